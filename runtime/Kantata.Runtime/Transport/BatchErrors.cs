using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Finds which requests of a batch the server's errors are about.</summary>
internal static class BatchErrors
{
    /// <param name="answer">What the server answered.</param>
    /// <param name="batch">The requests that were sent.</param>
    /// <param name="firstIndex">The position of the first of them in the whole input.</param>
    public static IReadOnlyList<KantataRefusal> ByItem(KantataApiException? answer, IReadOnlyList<RequestModel> batch, int firstIndex) =>
    [
        .. from error in answer?.Errors ?? []
           let item = ItemOf(error, batch.Count)
           where item is not null
           group error by item.Value into refused
           orderby refused.Key
           select new KantataRefusal(firstIndex + refused.Key, batch[refused.Key], [.. refused]),
    ];

    /// <summary>The position of the request in its batch; null where the error tells none.</summary>
    private static int? ItemOf(KantataError error, int count)
    {
        foreach (string part in FieldPath.Parts(error.Field))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                return index < count ? index : null;
            }
        }

        return count == 1 ? 0 : null;
    }
}
