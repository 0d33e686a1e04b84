namespace Kantata.Benchmarks.Decoding;

/// <summary>How a page is written, with the same content.</summary>
public enum DocumentForm
{
    /// <summary>As the API sends it.</summary>
    AsSent,

    /// <summary>With two members in every object that no type has.</summary>
    UnknownMembers,

    /// <summary>With the members of each object in an order of its own.</summary>
    RandomOrder,

    /// <summary>With indentation and line ends.</summary>
    PrettyPrinted,
}
