using Kantata.Emulator.Operations;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Sorting;

/// <summary>Finds the order that a list is asked for in.</summary>
internal sealed class OrderBinder(EmulatedApi api, Operation operation, CollectionSchema collection)
{
    private static readonly RecordOrder s_byId = new("id", IsDescending: false);

    /// <summary>The order of a request: the one that it names, or the list's own where it names none that the list has.</summary>
    /// <exception cref="ApiFault">The list has the order, but it means nothing here.</exception>
    public RecordOrder Bind(ApiRequest request)
    {
        string? order = request.Query.GetValueOrDefault("order");
        if (order is null || operation.Order?.Values.Contains(order) != true)
        {
            order = operation.Order?.Default;
        }

        // What was searched for is ordered by relevance, which is not known here: by id, as good as any.
        if (order is null || request.Query.ContainsKey("search"))
        {
            return s_byId;
        }

        string[] parts = order.Split(':');
        if (collection.Has(parts[0]))
        {
            return new RecordOrder(parts[0], parts[^1].Equals("desc", StringComparison.OrdinalIgnoreCase));
        }

        return api.AllowUnknownFilters
            ? s_byId
            : throw ApiFault.NotEmulated($"The emulator does not know how the order {order} of {operation.Key} sorts. AllowUnknownFilters makes it have no effect.");
    }
}
