using System.Net;

namespace Kantata.Runtime;

/// <summary>Tells what became of a write from how far it came.</summary>
internal static class WriteFate
{
    /// <summary>What an answer's status says.</summary>
    public static WriteOutcome Of(ApiCall call, HttpStatusCode status) => !call.IsWrite ? WriteOutcome.NoWrite : (int)status switch
    {
        >= 200 and < 300 => WriteOutcome.CarriedOut,

        // A proxy may say that it waited too long for what the server nevertheless got.
        408 => WriteOutcome.Unknown,
        >= 400 and < 500 => WriteOutcome.NotCarriedOut,
        _ => WriteOutcome.Unknown,
    };

    /// <summary>What the lack of an answer says.</summary>
    public static WriteOutcome WithoutAnswer(ApiCall call, ITrackedContent? content, Exception failure)
    {
        if (!call.IsWrite)
        {
            return WriteOutcome.NoWrite;
        }

        bool neverLeft = content is { WasRead: false }
            || failure is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
            };
        return neverLeft ? WriteOutcome.NotCarriedOut : WriteOutcome.Unknown;
    }
}
