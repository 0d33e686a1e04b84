using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Tests.Facts;
using Xunit.Abstractions;

namespace Kantata.Spec.Tests;

/// <summary>How much of what the API is known to be the reader gets from the documents.</summary>
public sealed class FactsTests(ITestOutputHelper output)
{
    [Fact]
    public void What_our_documents_do_not_say_the_overlay_supplies()
    {
        ApiModel withoutOverlay = SpecSet.Read(Documents.BundledWithoutOverlay).Model;
        ApiModel model = SpecSet.Read(Documents.Bundled).Model;

        Report("our pages of billing milestones and invoices, without the overlay", FactSheet.OfOperations(withoutOverlay, IsOfTheFirstResources));
        Report("all our pages, without the overlay", FactSheet.OfOperations(withoutOverlay, _ => true));
        Report("our entities, without the overlay", FactSheet.OfEntities(withoutOverlay));
        FactSheet operations = Report("all our pages, with the overlay", FactSheet.OfOperations(model, _ => true));
        FactSheet entities = Report("our entities, with the overlay", FactSheet.OfEntities(model));

        Assert.Empty(operations.Missed);
        Assert.Empty(operations.Invented);
        Assert.Empty(entities.Missed);
        Assert.Empty(entities.Invented);
    }

    [SkippableFact]
    public void What_published_pages_do_not_say_the_overlay_supplies()
    {
        Skip.If(Documents.Published is null, $"{Documents.PublishedPages} names no folder of published pages");
        string[] published = [.. Documents.Published.Select(SpecReader.Read).Select(reading => reading.Document).OfType<OperationPage>().Select(page => page.Operation.Key)];

        ApiModel withoutOverlay = SpecSet.Read(Documents.BundledWithoutOverlay.Concat(Documents.Published)).Model;
        ApiModel model = SpecSet.Read(Documents.Bundled.Concat(Documents.Published)).Model;

        Report("published pages, without the overlay", FactSheet.OfOperations(withoutOverlay, published.Contains));
        FactSheet sheet = Report("published pages, with the overlay", FactSheet.OfOperations(model, published.Contains));

        Assert.Empty(sheet.Missed);
        Assert.Empty(sheet.Invented);
    }

    [SkippableFact]
    public void Published_pages_mean_the_same_as_ours()
    {
        Skip.If(Documents.Published is null, $"{Documents.PublishedPages} names no folder of published pages");
        ApiModel ours = SpecSet.Read(Documents.Bundled).Model;
        ApiModel published = SpecSet.Read(Documents.Bundled.Concat(Documents.Published)).Model;

        Operation[] replaced = [.. Operations(published).Where(operation => Documents.Published.Any(file => file.Name == operation.Document))];

        Assert.Equal(3, replaced.Length);
        Assert.All(replaced, operation => Assert.Equal(WithoutProse(Operations(ours).Single(other => other.Key == operation.Key)), WithoutProse(operation)));
        Assert.Equal(ours.Resources.Select(resource => (resource.Key, resource.Name)), published.Resources.Select(resource => (resource.Key, resource.Name)));
    }

    private static bool IsOfTheFirstResources(string operation)
        => operation.Contains(" /billing_milestones", StringComparison.Ordinal) || operation.Contains(" /invoices", StringComparison.Ordinal);

    private static IEnumerable<Operation> Operations(ApiModel model) => model.Resources.SelectMany(resource => resource.Operations);

    // The order of fields, and of the values of a set, means nothing.
    private static Operation WithoutProse(Operation operation) => operation with
    {
        Description = "",
        Document = "",
        Query = WithoutProse(operation.Query),
        Includes = operation.Includes.Select(include => include with { Description = "" }).ToEquatableArray(),
        Body = operation.Body is null ? null : operation.Body with { Fields = WithoutProse(operation.Body.Fields) },
    };

    private static EquatableArray<Value> WithoutProse(EquatableArray<Value> values) => values
        .OrderBy(value => value.Name, StringComparer.Ordinal)
        .Select(value => value with
        {
            Description = "",
            KnownValues = value.KnownValues.Order(StringComparer.Ordinal).ToEquatableArray(),
            Members = WithoutProse(value.Members),
        })
        .ToEquatableArray();

    private FactSheet Report(string what, FactSheet sheet)
    {
        List<string> lines = [$"Facts read from {what}: {sheet.Found} of {sheet.Total}"];
        lines.AddRange(sheet.Missed.Select(fact => "  missed: " + fact));
        lines.AddRange(sheet.Invented.Select(claim => "  not among the facts: " + claim));
        foreach (string line in lines)
        {
            output.WriteLine(line);
            Console.WriteLine(line);
        }

        return sheet;
    }
}
