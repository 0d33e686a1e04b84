using Kantata.Spec.Pages;
using Kantata.Spec.Schemas;

namespace Kantata.Spec;

/// <summary>Reads one file of documentation. No text makes it throw.</summary>
public static class SpecReader
{
    /// <summary>Reads a file. What it is, its extension and then its content say.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static DocumentReading Read(SpecFile file) => Read(file, keepsPositions: true);

    /// <summary>Reads what a file says, but neither its faults nor where anything stands in it: less work for those that show neither.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static SpecDocument ReadDocument(SpecFile file) => Read(file, keepsPositions: false).Document;

    private static DocumentReading Read(SpecFile file, bool keepsPositions)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        ReadOnlySpan<char> text = file.Text.AsSpan();
        if (text.IsWhiteSpace() || text.Trim('\uFEFF').IsWhiteSpace())
        {
            return Unreadable(file, SpecDescriptors.EmptyDocument);
        }

        if (HoldsControlCharacters(text))
        {
            return Unreadable(file, SpecDescriptors.NoText);
        }

        return Extension(file.Name) switch
        {
            ".md" or ".markdown" or ".txt" => PageReader.Read(file, keepsPositions),
            ".yaml" or ".yml" or ".json" => StructuredDocumentReader.Read(file, keepsPositions),
            _ => Unreadable(file, SpecDescriptors.UnknownKind),
        };
    }

    private static DocumentReading Unreadable(SpecFile file, SpecDescriptor descriptor)
    {
        var diagnostics = new DiagnosticList(file.Name);
        diagnostics.Add(descriptor, TextPlace.Start);
        return new DocumentReading(new UnreadableDocument(file.Name, file.Origin), diagnostics.ToEquatableArray(), DocumentPositions.None);
    }

    // A NUL is in no text; a file that is mostly other control characters is none either. A stray one is left to the readers.
    private static bool HoldsControlCharacters(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\0') >= 0)
        {
            return true;
        }

        int controls = 0;
        foreach (char c in text[..Math.Min(text.Length, 512)])
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f'))
            {
                controls++;
            }
        }

        return controls * 10 > Math.Min(text.Length, 512);
    }

    private static string Extension(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot < 0 || name.IndexOf('/', dot) >= 0 ? "" : name[dot..].ToLowerInvariant();
    }
}
