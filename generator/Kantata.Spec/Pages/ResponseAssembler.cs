using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Pages;

/// <summary>Understands what a page says of the response that means success: its form, its collections, its fields.</summary>
internal sealed class ResponseAssembler(ProseReader prose, DiagnosticList diagnostics)
{
    public Response Assemble(PageContent page)
    {
        ProseText text = prose.Read(page.Description);
        bool isFile = page.Method == "GET" && ResponseReader.ReadFile(text);
        bool isEmpty = ResponseReader.ReadEmpty(text);
        bool isArray = ResponseReader.ReadArray(text);
        string? primary = ResponseReader.ReadPrimaryCollection(text);

        if (isFile || (page.ResponseMediaType.Length > 0 && page.ResponseMediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0))
        {
            return new Response { Status = page.Status, Shape = ResponseShape.File };
        }

        EquatableArray<Value> fields = new ValueTree(page.ResponseFields, diagnostics).Build(ReadOutput);
        if (fields.IsEmpty)
        {
            return page.Status == 204 || isEmpty
                ? new Response { Status = page.Status ?? 204, Shape = ResponseShape.Empty }
                : new Response { Status = page.Status, Shape = ResponseShape.Unknown };
        }

        if (IsEnvelope(fields))
        {
            return ReadEnvelope(page, fields, primary);
        }

        return fields.Count == 1 && fields[0] is { Name: ValueTree.AnyName, Type: ValueType.Object } item
            ? new Response { Status = page.Status, Shape = ResponseShape.Map, Fields = item.Members }
            : new Response { Status = page.Status, Shape = isArray ? ResponseShape.Array : ResponseShape.Object, Fields = fields };
    }

    // What has results, each a key and an id where the page says more of them, holds collections.
    private static bool IsEnvelope(EquatableArray<Value> fields)
        => fields.Any(field => field.Name == "results"
            && field.Type == ValueType.Array
            && (field.Members.IsEmpty || field.Members.Any(member => member.Name == "key")));

    private static Response ReadEnvelope(PageContent page, EquatableArray<Value> fields, string? primary)
    {
        EquatableArray<ResponseCollection> collections = fields
            .Where(field => field.Type is ValueType.Object or ValueType.Map && field.Name is not "meta")
            .Select(field => new ResponseCollection(field.Name, null))
            .ToEquatableArray();

        return new Response
        {
            Status = page.Status,
            Shape = ResponseShape.Collections,
            Collections = collections,
            Collection = PrimaryCollection(page.Path, collections, primary),
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

    private Value ReadOutput(PageItem item, string name)
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
