using System.Net;

namespace Kantata;

/// <summary>What came of a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="StatusCode">The status of the response; null where none came.</param>
/// <param name="RequestId">The <c>X-Request-Id</c> of the response; null where none came or it carried none.</param>
/// <param name="Duration">How long it took until the whole response was there; of a file, until it began.</param>
/// <param name="Exception">Why it failed; null where it did not. Whether the request is sent again is decided after this.</param>
public readonly record struct KantataResponseInfo(KantataRequestInfo Request, HttpStatusCode? StatusCode, string? RequestId, TimeSpan Duration, Exception? Exception);
