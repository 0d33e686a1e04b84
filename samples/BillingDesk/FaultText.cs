using Kantata;

namespace BillingDesk;

/// <summary>What a biller, and whoever helps them, needs to know of a fault.</summary>
internal static class FaultText
{
    public static string Of(Exception fault)
    {
        List<string> lines = [fault.Message];
        if (fault is KantataException { Method: not null } failed)
        {
            lines.Add($"It was {failed.Method} {failed.Path}.");
        }

        if (fault is KantataException { RequestId: string requestId })
        {
            lines.Add($"Kantata's support finds it by the request id {requestId}.");
        }

        return string.Join(Environment.NewLine, lines);
    }
}
