namespace Kantata.Generator.Pipeline;

/// <summary>Which of the bundled documents a project takes.</summary>
internal enum BundledSelection
{
    /// <summary>None: the package's MSBuild files are not there.</summary>
    None,

    /// <summary>Only what corrects and names documents of the API, whoever brings them.</summary>
    Corrections,

    /// <summary>All.</summary>
    All,
}
