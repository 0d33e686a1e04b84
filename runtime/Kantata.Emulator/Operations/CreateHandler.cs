using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Validation;
using Kantata.Emulator.Writing;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Makes one record or, where the operation has a bulk form, many: all of them or none.</summary>
internal sealed class CreateHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : CollectionHandler(api, operation, collection)
{
    private readonly RequestItems _items = new(operation.Body!);
    private readonly BodyValidator _validator = new(api, collection, operation.Body!);
    private readonly RecordWriter _writer = new(api, collection, operation.Body!);

    public override ApiResponse Handle(ApiRequest request)
    {
        IReadOnlyList<RequestItem> items = _items.Read(request.Body);
        (StoreSnapshot snapshot, EntityRecord[] created) = Api.Store.Change(edit =>
        {
            _validator.Check(items, edit.Snapshot, existing: null);
            EntityRecord[] created = [.. items.Select(item => _writer.Create(edit, item.Json, Parents(request)))];
            return (edit.Snapshot, created);
        });
        return Envelope(request, snapshot, created);
    }

    // POST /workspaces/{id}/invite makes something that belongs to the record in its path.
    private IEnumerable<KeyValuePair<string, string>> Parents(ApiRequest request) =>
        request.PathArguments.Select(argument => KeyValuePair.Create(PathFields.FieldOf(Api.Schema, Operation, argument.Key), argument.Value));
}
