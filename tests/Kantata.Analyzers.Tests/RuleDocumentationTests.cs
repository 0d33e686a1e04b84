using Kantata.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>Each rule is documented, listed among the releases, and obeys the user's configuration.</summary>
public sealed class RuleDocumentationTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Fact]
    public void Each_id_is_of_one_rule() => Assert.Equal(Rules.All.Select(rule => rule.Id).Distinct(), Rules.All.Select(rule => rule.Id));

    [Fact]
    public void The_releases_list_exactly_the_rules()
    {
        IEnumerable<string> listed = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "releases"))
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("KAN", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split(" | ")[..3]))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Rules.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity}"), listed);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_page_and_a_row_in_the_table(string id)
    {
        DiagnosticDescriptor rule = Rules.All.Single(rule => rule.Id == id);
        string page = Read(id);

        Assert.EndsWith($"docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |", Read("README"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_that_is_no_fault_of_ours_shows_a_wrong_and_a_right_example_and_how_its_severity_is_set(string id)
    {
        if (id.StartsWith("KAN9", StringComparison.Ordinal))
        {
            return;
        }

        DiagnosticDescriptor rule = Rules.All.Single(rule => rule.Id == id);
        string page = Read(id);

        Assert.Contains("Wrong", page, StringComparison.Ordinal);
        Assert.Contains("Right", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}. `dotnet_diagnostic.{id}.severity = ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags);
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", page + ".md"));
}
