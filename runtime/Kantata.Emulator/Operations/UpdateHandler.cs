using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Validation;
using Kantata.Emulator.Writing;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Changes the record in the path to what the body and the operation's rule say.</summary>
internal sealed class UpdateHandler : CollectionHandler
{
    private readonly string _idParameter;
    private readonly ActionRule _rule;
    private readonly RequestItems? _items;
    private readonly bool _isBodyOptional;
    private readonly BodyValidator? _validator;
    private readonly RecordWriter _writer;

    public UpdateHandler(EmulatedApi api, Operation operation, CollectionSchema collection, string idParameter)
        : base(api, operation, collection)
    {
        _idParameter = idParameter;
        _rule = api.Rules.Actions.GetValueOrDefault(operation.Key) ?? new ActionRule();
        _items = operation.Body is null ? null : new RequestItems(operation.Body);
        // An action may come with a word about it, as an approval with its resolution.
        _isBodyOptional = operation.Body?.Wrapper != collection.Singular && operation.Body?.Fields.Any(field => field.IsRequired) == false;
        _validator = operation.Body is null ? null : new BodyValidator(api, collection, operation.Body);
        _writer = new RecordWriter(api, collection, operation.Body);
    }

    public override ApiResponse Handle(ApiRequest request)
    {
        string id = request.PathArguments[_idParameter];
        (StoreSnapshot snapshot, EntityRecord updated) = Api.Store.Change(edit =>
        {
            EntityRecord existing = Require(edit.Snapshot, id);
            RequestItem? item = _items is null || (_isBodyOptional && request.Body.ValueKind == JsonValueKind.Undefined) ? null : _items.ReadOne(request.Body);
            if (item is not null)
            {
                _validator!.Check([item], edit.Snapshot, existing);
            }

            EntityRecord updated = _writer.Update(edit, existing, item?.Json, _rule.Set);
            return (edit.Snapshot, updated);
        });
        return Envelope(request, snapshot, [updated]);
    }
}
