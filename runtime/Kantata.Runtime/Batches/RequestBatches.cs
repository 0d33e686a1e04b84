using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Requests as an array inside their wrapper, which are answered by as many entities in the same order.</summary>
internal sealed class RequestBatches<T>(Operation operation, string path, QueryParameters parameters, KantataConnection connection) : BatchForm<RequestModel, T>(operation, path)
    where T : KantataEntity
{
    private readonly string _query = QueryOf(parameters);

    public override void Check(IReadOnlyList<RequestModel> items, int firstIndex) => RequestValidator.Check(Operation.BulkKey!, items, firstIndex);

    public override ApiCall CallOf(IReadOnlyList<RequestModel> batch) =>
        new(Operation.Method, Path, _query, new BulkBody(Operation.BulkKey!, batch)) { Operation = Operation };

    public override IReadOnlyList<T> Read(ResponseBody answer, IReadOnlyList<RequestModel> batch)
    {
        IReadOnlyList<T> answered = EnvelopeReader.Read(answer, Operation, parameters, connection).ToMany<T>();
        return answered.Count == batch.Count ? answered : throw answer.Unreadable($"{batch.Count} objects were sent and {answered.Count} were answered", "results");
    }

    public override IReadOnlyList<KantataRefusal> Refused(IReadOnlyList<KantataError> errors, IReadOnlyList<RequestModel> batch, int firstIndex) =>
    [
        .. from error in errors
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

    private static string QueryOf(QueryParameters parameters)
    {
        QueryText query = new();
        parameters.WriteTo(ref query);
        return query.ToText();
    }
}
