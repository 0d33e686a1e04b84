using Kantata.Emulator.Operations;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Sorting;

/// <summary>
/// Finds the order that a list is asked for in: by a field, by one of an associated record (<c>skill_name</c> is the <c>name</c> of
/// the <c>skill</c>), by the value of a custom field, or as a rule says.
/// </summary>
internal sealed class OrderBinder(EmulatedApi api, Operation operation, CollectionSchema collection)
{
    private const string CustomField = "custom_field";

    private static readonly RecordOrder s_byId = new((_, _) => default, IsDescending: false);

    /// <summary>The order of a request: the one that it names, or the list's own where it names none that the list has.</summary>
    /// <exception cref="ApiFault">The list has the order, but it means nothing here.</exception>
    public RecordOrder Bind(ApiRequest request)
    {
        // What was searched for is ordered by relevance, which is not known here: by id, as good as any.
        if (request.Query.ContainsKey("search"))
        {
            return s_byId;
        }

        if (request.Query.GetValueOrDefault("order") is not string order || !IsPublished(order))
        {
            return operation.Order?.Default is string own ? Find(own) ?? s_byId : s_byId;
        }

        return Find(order) ?? (api.AllowUnknownFilters
            ? s_byId
            : throw ApiFault.NotEmulated($"The emulator does not know how the order {order} of {operation.Key} sorts. AllowUnknownFilters makes it have no effect."));
    }

    // custom_field:42:asc is one of the orders custom_field:<custom_field_id>:asc.
    private bool IsPublished(string order) => operation.Order is { } published && (published.Values.Contains(order)
        || (order.Split(':') is [CustomField, _, string direction] && published.Values.Any(value => value.StartsWith(CustomField + ":<", StringComparison.Ordinal) && value.EndsWith(direction, StringComparison.Ordinal))));

    private RecordOrder? Find(string order)
    {
        string[] parts = order.Split(':');
        bool isDescending = parts[^1].Equals("desc", StringComparison.OrdinalIgnoreCase);
        if (parts is [CustomField, string field, _])
        {
            CustomFieldValues values = new(collection);
            return new RecordOrder((view, record) => values.Of(view, record, field).FirstOrDefault(), isDescending);
        }

        return parts[0] == "id" ? s_byId with { IsDescending = isDescending }
            : Candidates(parts[0]).Select(name => FindField(name, isDescending)).FirstOrDefault(found => found is not null);
    }

    private IEnumerable<string> Candidates(string name) => api.Rules.FindOrder(operation.Key, name).Concat([name, name + "_at", name + "_in_cents"]);

    private RecordOrder? FindField(string name, bool isDescending)
    {
        if (collection.Has(name))
        {
            return new RecordOrder((view, record) => view.Field(collection, record, name), isDescending);
        }

        foreach (Association association in collection.Associations.Values.Where(association => !association.IsMany))
        {
            if (association.Target is string key
                && api.Schema.Find(key) is CollectionSchema target
                && name.StartsWith(association.Name, StringComparison.Ordinal)
                && name[association.Name.Length..] is ['_' or '.', .. string field]
                && target.Has(field))
            {
                return new RecordOrder(
                    (view, record) => view.Related(collection, record, association).Select(related => view.Snapshot.Find(related.Collection, related.Id)).FirstOrDefault() is EntityRecord found
                        ? view.Field(target, found, field)
                        : default,
                    isDescending);
            }
        }

        return null;
    }
}
