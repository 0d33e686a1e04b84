namespace Kantata.Spec;

/// <summary>How much a fault in a document spoils.</summary>
public enum SpecSeverity
{
    /// <summary>Nothing: it is worth a look.</summary>
    Info,

    /// <summary>A part of the document is not used, or is used in the way that seems likelier.</summary>
    Warning,

    /// <summary>The document cannot be used.</summary>
    Error,
}
