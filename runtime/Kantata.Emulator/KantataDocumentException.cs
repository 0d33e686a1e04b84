namespace Kantata.Emulator;

/// <summary>A document of the API cannot be used as it is written.</summary>
public sealed class KantataDocumentException : Exception
{
    internal KantataDocumentException(string file, int line, string fault)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}, line {line}: {fault}"))
    {
        File = file;
        Line = line;
    }

    /// <summary>The document, as <see cref="KantataEmulatorOptions.Documents"/> names it, with forward slashes.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
