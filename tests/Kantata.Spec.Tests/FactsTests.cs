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

        Report("our pages, without the overlay", FactSheet.OfOperations(withoutOverlay, _ => true));
        Report("our entities, without the overlay", FactSheet.OfEntities(withoutOverlay));
        FactSheet operations = Report("our pages, with the overlay", FactSheet.OfOperations(model, _ => true));
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
