using System.Globalization;
using System.Text;
using Kantata.Coverage.Tests.Answers;
using Kantata.Coverage.Tests.Checks;
using Kantata.Coverage.Tests.List;
using Xunit;
using Xunit.Abstractions;

namespace Kantata.Coverage.Tests;

public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int PublishedOperations = 419;
    private const int PublishedResources = 101;

    private readonly CoverageList _list = CoverageList.Read();

    [Fact]
    public void The_list_holds_every_published_operation_once()
    {
        Assert.Equal(PublishedOperations, _list.Operations.Select(static operation => operation.Op).Distinct().Count());
        Assert.Equal(PublishedOperations, _list.Operations.Count);
        Assert.Equal(PublishedResources, _list.Operations.Select(static operation => operation.Call.Split('.')[0]).Distinct().Count());
    }

    [Fact]
    public async Task Every_operation_sends_and_reads_what_the_list_says()
    {
        OperationRun run = new(_list, Seed.Write(_list));
        StringBuilder report = new();
        int covered = 0;
        foreach (ListedOperation operation in _list.Operations)
        {
            IReadOnlyList<string> differences = await run.FindDifferencesAsync(operation);
            if (differences.Count == 0)
            {
                covered++;
                continue;
            }

            report.AppendLine(operation.ToString());
            foreach (string difference in differences)
            {
                report.Append("    ").AppendLine(difference);
            }
        }

        Print(report.ToString());
        Print(string.Create(CultureInfo.InvariantCulture, $"{covered} of {PublishedOperations}"));
        Assert.Equal(PublishedOperations, covered);
    }

    [Fact]
    public void Every_entity_has_a_type_with_its_fields_and_associations()
    {
        Dictionary<string, Type> types = typeof(KantataClient).Assembly.GetTypes()
            .Where(static type => type.Namespace == "Kantata" && !type.IsNested)
            .ToDictionary(static type => type.Name, StringComparer.Ordinal);

        DecodeCheck check = new(_list);
        string[] differences = [.. _list.Entities.Values.SelectMany(entity => types.TryGetValue(entity.Type, out Type? type)
            ? check.CompareType(entity, type)
            : [$"there is no {entity.Type}"])];

        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    private void Print(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
