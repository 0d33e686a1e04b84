using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Operations;

/// <summary>Understands what a document says of the response that means success: its form, its collections, its fields.</summary>
internal sealed class ResponseAssembler(ProseReader prose, DiagnosticList diagnostics)
{
    public Response Assemble(OperationContent content)
    {
        ProseText text = prose.Read(content.Description);
        bool isFile = content.Method == "GET" && ResponseReader.ReadFile(text);
        bool isEmpty = ResponseReader.ReadEmpty(text);
        bool isArray = content.IsResponseArray || ResponseReader.ReadArray(text);
        string? primary = ResponseReader.ReadPrimaryCollection(text);

        if (isFile || (content.ResponseMediaType.Length > 0 && content.ResponseMediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0))
        {
            return new Response { Status = content.Status, Shape = ResponseShape.File };
        }

        EquatableArray<Value> fields = new ValueTree(content.ResponseFields, diagnostics).Build(ReadOutput);
        if (fields.IsEmpty)
        {
            return content.Status == 204 || isEmpty
                ? new Response { Status = content.Status ?? 204, Shape = ResponseShape.Empty }
                : new Response { Status = content.Status, Shape = ResponseShape.Unknown };
        }

        if (IsEnvelope(fields))
        {
            return ReadEnvelope(content, fields, primary);
        }

        return fields.Count == 1 && fields[0] is { Name: ValueTree.AnyName, Type: ValueType.Object } item
            ? new Response { Status = content.Status, Shape = ResponseShape.Map, Fields = item.Members }
            : new Response { Status = content.Status, Shape = isArray ? ResponseShape.Array : ResponseShape.Object, Fields = fields };
    }

    // What has results, each a key and an id where the document says more of them, holds collections.
    private static bool IsEnvelope(EquatableArray<Value> fields)
        => fields.Any(field => field.Name == "results"
            && field.Type == ValueType.Array
            && (field.Members.IsEmpty || field.Members.Any(member => member.Name == "key")));

    private static Response ReadEnvelope(OperationContent content, EquatableArray<Value> fields, string? primary)
    {
        EquatableArray<ResponseCollection> collections = fields
            .Where(field => field.Type is ValueType.Object or ValueType.Map && field.Name is not "meta")
            .Select(field => new ResponseCollection(field.Name, content.CollectionEntities.TryGetValue(field.Name, out string? entity) ? entity : null))
            .ToEquatableArray();

        return new Response
        {
            Status = content.Status,
            Shape = ResponseShape.Collections,
            Collections = collections,
            Collection = PrimaryCollection(content.Path, collections, primary),
        };
    }

    // The prose names it; else it is called like the last part of the path that is; else it is the first.
    private static string? PrimaryCollection(string path, EquatableArray<ResponseCollection> collections, string? primary)
    {
        IEnumerable<string> candidates = Enumerable.Reverse(path.Split('/'));
        if (primary is not null)
        {
            candidates = candidates.Prepend(primary);
        }

        var keys = new HashSet<string>(collections.Select(collection => collection.Key), StringComparer.Ordinal);
        return candidates.FirstOrDefault(keys.Contains)
            ?? (collections.IsEmpty ? null : collections[0].Key);
    }

    private Value ReadOutput(ContentItem item, string name)
    {
        ProseFacts facts = prose.ReadField(name, item.Type.Type, item.Text);
        return new Value
        {
            Name = name,
            Type = item.Type.Type,
            Items = item.Type.Items ?? facts.Items,
            Format = item.Type.Format != ValueFormat.None ? item.Type.Format : facts.Format,
            List = facts.List,
            KnownValues = facts.KnownValues,
            IsNullable = item.Type.IsNullable || facts.IsNullable,
            Unit = facts.Unit,
            IsDeprecated = item.Type.IsDeprecated || facts.IsDeprecated,
            Description = item.Text,
        };
    }
}
