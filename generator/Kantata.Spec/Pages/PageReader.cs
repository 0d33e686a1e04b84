using Kantata.Spec.Collections;
using Kantata.Spec.Operations;

namespace Kantata.Spec.Pages;

/// <summary>Reads a page of the published format: that of one operation, or that which lists the operations of a resource.</summary>
internal static class PageReader
{
    public static DocumentReading Read(SpecFile file, bool keepsPositions)
    {
        var diagnostics = new DiagnosticList(file.Name);
        List<ElementPosition>? positions = keepsPositions ? [] : null;
        var scanner = new PageScanner(file.Text, diagnostics, positions);
        OperationContent page = scanner.Scan();

        SpecDocument document;
        if (page.Method.Length > 0)
        {
            document = new OperationPage(file.Name, file.Origin, new OperationAssembler(file.Name, diagnostics).Assemble(page));
        }
        else if (scanner.HasEntries)
        {
            document = IndexPageReader.Read(file, diagnostics, positions);
        }
        else
        {
            if (!scanner.HasEndpointLine)
            {
                diagnostics.Add(SpecDescriptors.NoEndpoint, scanner.TitlePlace);
            }

            document = new UnreadableDocument(file.Name, file.Origin);
        }

        return new DocumentReading(document, diagnostics.ToEquatableArray(), positions is null ? DocumentPositions.None : new DocumentPositions(positions.ToEquatableArray()));
    }
}
