namespace Kantata.Resilience.Tests.Service;

/// <summary>What goes wrong with one request.</summary>
internal enum Trouble
{
    None,

    /// <summary>429 without a word of when to come back.</summary>
    Refused,

    /// <summary>429 with <c>Retry-After</c> in seconds.</summary>
    RefusedForSeconds,

    /// <summary>429 with <c>Retry-After</c> as a date.</summary>
    RefusedUntil,

    /// <summary>429 for this request and those that follow.</summary>
    Storm,

    /// <summary>502 in HTML.</summary>
    BadGateway,

    /// <summary>503 in HTML.</summary>
    Unavailable,

    /// <summary>504 in HTML for what was not carried out.</summary>
    GatewayTimeout,

    /// <summary>504 in HTML for what was carried out.</summary>
    GatewayTimeoutAfterwards,

    /// <summary>The answer comes later.</summary>
    Latency,

    /// <summary>No answer comes, and the request is not carried out.</summary>
    Silence,

    /// <summary>No answer comes, and the request was carried out.</summary>
    SilenceAfterwards,

    /// <summary>The connection cannot be opened.</summary>
    NotConnected,

    /// <summary>The connection ends before the request was carried out.</summary>
    Reset,

    /// <summary>The connection ends after the request was carried out.</summary>
    ResetAfterwards,

    /// <summary>The connection ends in the middle of the answer.</summary>
    CutOff,

    /// <summary>The answer comes in pieces with time between them.</summary>
    SlowBody,

    /// <summary>200 with half of the JSON.</summary>
    Malformed,

    /// <summary>200 with nothing.</summary>
    Empty,

    /// <summary>200 in HTML.</summary>
    Html,

    /// <summary>A record is added to the list before the request is answered.</summary>
    Added,

    /// <summary>A record is removed from the list before the request is answered.</summary>
    Removed,
}
