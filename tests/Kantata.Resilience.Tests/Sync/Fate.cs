namespace Kantata.Resilience.Tests.Sync;

/// <summary>What the client told of a write.</summary>
internal enum Fate
{
    /// <summary>Nothing, because the call ended before its turn, or it was said that it was not sent.</summary>
    NotSent,

    /// <summary>It was created and has an id.</summary>
    Created,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>It was carried out, but the answer could not be read.</summary>
    CarriedOut,

    /// <summary>It may have been carried out.</summary>
    InDoubt,

    /// <summary>It was surely not carried out.</summary>
    NotCarriedOut,
}
