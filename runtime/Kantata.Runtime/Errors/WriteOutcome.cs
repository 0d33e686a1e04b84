namespace Kantata;

/// <summary>What became of a write that failed, as far as it can be known from here. The API has no idempotency keys, so nothing else tells.</summary>
public enum WriteOutcome
{
    /// <summary>The request changes nothing (GET), so that it may be sent again without thought.</summary>
    NoWrite,

    /// <summary>The server surely did not carry the write out: it refused it, or the write never left.</summary>
    NotCarriedOut,

    /// <summary>The write left, and nothing tells whether it was carried out. Look before it is sent again.</summary>
    Unknown,

    /// <summary>The server said that it carried the write out; only its answer was lost or cannot be read.</summary>
    CarriedOut,
}
