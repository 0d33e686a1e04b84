namespace Kantata.Benchmarks.Analyzers;

/// <summary>Where the client of a project is from.</summary>
internal enum ClientSource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>From another project.</summary>
    Referenced,

    /// <summary>It is that of the whole API, and generated in the project.</summary>
    Generated,
}
