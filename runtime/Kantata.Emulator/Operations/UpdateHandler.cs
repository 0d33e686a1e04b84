using System.Text.Json;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Validation;
using Kantata.Emulator.Values;
using Kantata.Emulator.Writing;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>
/// Changes the records that the request is about to what it and the operation's rule say. Nothing being said, it has at least
/// touched them.
/// </summary>
internal sealed class UpdateHandler : CollectionHandler
{
    private readonly RequestItems _items;
    private readonly bool _isBodyOptional;
    private readonly BodyValidator _validator;
    private readonly RecordWriter _writer;

    public UpdateHandler(EmulatedApi api, Operation operation, CollectionSchema collection)
        : base(api, operation, collection)
    {
        _items = new RequestItems(operation, collection, Rule);
        // An action may come with a word about it, as an approval with its resolution.
        _isBodyOptional = operation.Body?.Wrapper != collection.Singular && operation.Body?.Fields.Any(field => field.IsRequired) == false;
        _validator = new BodyValidator(api, collection);
        _writer = new RecordWriter(api, collection, Rule);
    }

    protected override ApiResponse Answer(ApiRequest request)
    {
        string[] ids = RecordIds(request);
        (StoreSnapshot snapshot, RecordChange[] changes) = Api.Store.Change(edit =>
        {
            RequestItem? item = _items.IsEmpty || (_isBodyOptional && request.Body.ValueKind == JsonValueKind.Undefined) ? null : _items.ReadOne(request);
            RecordChange[] changes = [.. ids.Select(id => Change(edit, request, id, item))];
            return (edit.Snapshot, changes);
        });
        return Operation.Response.Shape == ResponseShape.Collections
            ? Envelope(request, snapshot, [.. changes.Select(change => change.Record)])
            : SampleDocument.Write(Operation.Response, Known(request, snapshot, changes));
    }

    private RecordChange Change(StoreEdit edit, ApiRequest request, string id, RequestItem? item)
    {
        EntityRecord existing = Rule.Creates
            ? edit.Snapshot.Find(Collection.Key, id) ?? _writer.New(edit, id, Path.ParentFields(request))
            : Require(edit.Snapshot, id);
        if (item is not null)
        {
            _validator.Check([item], edit.Snapshot, existing);
        }

        return _writer.Update(edit, request, existing, item);
    }

    // A document about a change tells what the request says and the records that were made.
    private Dictionary<string, JsonElement> Known(ApiRequest request, StoreSnapshot snapshot, RecordChange[] changes)
    {
        Dictionary<string, JsonElement> known = SampleHandler.Known(Operation, request);
        if (Rule.Adds is { } adds)
        {
            EntityWriter entities = new(new StoreView(Api.Schema, snapshot));
            known[adds.Collection] = JsonValues.Build(json =>
            {
                json.WriteStartArray();
                foreach (EntityRecord added in changes.Select(change => change.Added).OfType<EntityRecord>())
                {
                    entities.Write(json, Api.Schema[adds.Collection], added, Selection.None);
                }

                json.WriteEndArray();
            });
        }

        return known;
    }
}
