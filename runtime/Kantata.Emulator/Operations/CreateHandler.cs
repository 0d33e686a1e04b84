using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Validation;
using Kantata.Emulator.Writing;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Makes one record or, where the operation has a bulk form, many: all of them or none.</summary>
internal sealed class CreateHandler : CollectionHandler
{
    private readonly RequestItems _items;
    private readonly BodyValidator _validator;
    private readonly RecordWriter _writer;

    public CreateHandler(EmulatedApi api, Operation operation, CollectionSchema collection)
        : base(api, operation, collection)
    {
        _items = new RequestItems(operation, collection, Rule);
        _validator = new BodyValidator(api, collection);
        _writer = new RecordWriter(api, collection, Rule);
    }

    protected override ApiResponse Answer(ApiRequest request)
    {
        IReadOnlyList<RequestItem> items = _items.Read(request);
        (StoreSnapshot snapshot, EntityRecord[] created) = Api.Store.Change(edit =>
        {
            _validator.Check(items, edit.Snapshot, existing: null);
            // POST /workspaces/{id}/invite makes something that belongs to the record in its path.
            EntityRecord[] created = [.. items.Select(item => _writer.Create(edit, request, item, Path.ParentFields(request)))];
            return (edit.Snapshot, created);
        });
        return Envelope(request, snapshot, [.. created.DistinctBy(record => record.Id).Select(record => Require(snapshot, record.Id))]);
    }
}
