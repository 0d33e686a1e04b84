using System.Globalization;
using Kantata.Emulator.Filtering;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Sorting;
using Kantata.Emulator.Store;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Answers with a page of the records that pass the request's filters.</summary>
internal sealed class ListHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : CollectionHandler(api, operation, collection)
{
    private readonly FilterBinder _filters = new(api, operation, collection);
    private readonly OrderBinder _orders = new(api, operation, collection);

    protected override ApiResponse Answer(ApiRequest request)
    {
        IReadOnlyList<RecordFilter> filters = _filters.Bind(request, Path.ParentFields(request));
        RecordOrder order = _orders.Bind(request);
        Page page = ReadPage(request);

        StoreSnapshot snapshot = Api.Store.Current;
        StoreView view = new(Api.Schema, snapshot);
        EntityRecord[] found = [.. snapshot.All(Collection.Key).Where(record => filters.All(filter => filter(view, record)))];
        EntityRecord[] records = [.. order.Sort(view, found).Skip((int)Math.Min(page.Offset, found.Length)).Take(page.Size)];
        return Envelope(request, snapshot, records, found.Length, page);
    }

    private static Page ReadPage(ApiRequest request)
    {
        if (Number("limit") is int limit && Number("offset") is int offset)
        {
            return new Page(Math.Max(offset, 0), Clamp(limit));
        }

        int size = Clamp(Number("per_page") ?? Page.DefaultSize);
        return new Page((Math.Max(Number("page") ?? 1, 1) - 1L) * size, size);

        int? Number(string parameter) => !request.Query.TryGetValue(parameter, out string? text) ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
            : throw ApiFault.Invalid(parameter, "is not a whole number");

        static int Clamp(int size) => size < 1 ? Page.DefaultSize : Math.Min(size, Page.MaximumSize);
    }
}
