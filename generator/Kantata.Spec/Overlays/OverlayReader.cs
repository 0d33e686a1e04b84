using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Trees;

namespace Kantata.Spec.Overlays;

/// <summary>
/// Reads an overlay: a YAML or JSON document with <c>overlay: 1</c> at its top, whose entries each say what they correct and
/// give a <c>reason</c>.
/// </summary>
/// <remarks>
/// <code>
/// overlay: 1
/// operations:
///   GET /invoices:              # or '*' for every operation that has the element
///     query:
///       paid: { default: false, reason: The page does not say. }
/// entities:
///   Invoice:
///     fields:
///       tax_rate: { unit: percent, reason: … }
/// collections:                  # which entity a collection holds, in every response
///   task_status_sets: { entity: StatusSet, reason: … }
/// value_sets:                   # what several fields share
///   billing_type: { fields: [BillingMilestone.billing_type, '* billing_type'], reason: … }
/// request_objects:
///   external_reference: { fields: ['* external_reference'], reason: … }
/// ids:                          # whose ids a field holds
///   creator_id: { entity: User, reason: … }
/// operation_names:
///   PUT /invoices/{id}/cancel: { name: cancel, reason: … }
/// resource_names:               # by the titles of index pages
///   Surveys Responses (Legacy): { name: Survey Responses, reason: … }
/// </code>
/// A fact set to null is taken away; <c>remove: true</c> takes the element away, <c>add: true</c> adds it.
/// </remarks>
internal sealed class OverlayReader
{
    private readonly DiagnosticList _diagnostics;
    private readonly DocumentPositions _positions;
    private readonly OverlayFacts _facts = new();
    private readonly List<OverlayEntry> _entries = [];
    private readonly List<SharedName> _valueSets = [];
    private readonly List<SharedName> _requestObjects = [];
    private readonly List<IdEntity> _idEntities = [];
    private readonly List<OperationName> _operationNames = [];
    private readonly List<ResourceName> _resourceNames = [];

    private OverlayReader(DocumentPositions positions, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _positions = positions;
    }

    public static OverlayDocument Read(SpecFile file, JsonObject root, DocumentPositions positions, DiagnosticList diagnostics)
    {
        var reader = new OverlayReader(positions, diagnostics);
        reader.Read(root);
        var names = new ApiNames(
            reader._valueSets.ToEquatableArray(),
            reader._idEntities.ToEquatableArray(),
            reader._requestObjects.ToEquatableArray(),
            reader._operationNames.ToEquatableArray(),
            reader._resourceNames.ToEquatableArray());
        return new OverlayDocument(file.Name, file.Origin, reader._entries.ToEquatableArray(), names);
    }

    private void Read(JsonObject root)
    {
        foreach ((string key, JsonNode? value) in Members(root))
        {
            switch (key)
            {
                case "overlay":
                    if (value?.ToString() != "1")
                    {
                        Report(key, $"The version '{value}' of the overlay is unknown; it is 1");
                    }

                    break;
                case "operations":
                    ForEach(value, key, ReadOperation);
                    break;
                case "entities":
                    ForEach(value, key, ReadEntity);
                    break;
                case "collections":
                    ForEach(value, key, (name, node, path) => AddEntry(OverlaySubject.ResponseCollection, "*", name, node, path));
                    break;
                case "value_sets":
                    ForEach(value, key, (name, node, path) => AddName(node, path, "fields", fields => _valueSets.Add(new SharedName(name, fields))));
                    break;
                case "request_objects":
                    ForEach(value, key, (name, node, path) => AddName(node, path, "fields", fields => _requestObjects.Add(new SharedName(name, fields))));
                    break;
                case "ids":
                    ForEach(value, key, (name, node, path) => AddName(node, path, "entity", entity => _idEntities.Add(new IdEntity(name, entity[0]))));
                    break;
                case "operation_names":
                    ForEach(value, key, (name, node, path) => AddName(node, path, "name", named => _operationNames.Add(new OperationName(name, named[0]))));
                    break;
                case "resource_names":
                    ForEach(value, key, (title, node, path) => AddName(node, path, "name", named => _resourceNames.Add(new ResourceName(title, named[0]))));
                    break;
                default:
                    Report(key, $"An overlay has no '{key}'");
                    break;
            }
        }
    }

    private void ReadOperation(string operation, JsonNode? node, string path)
    {
        var own = new JsonObject();
        foreach ((string key, JsonNode? value) in Members(node, path))
        {
            string below = DocumentTree.Path(path, key);
            switch (key)
            {
                case "path":
                    ReadNamed(OverlaySubject.PathParameter, operation, value, below);
                    break;
                case "query":
                    ReadNamed(OverlaySubject.QueryParameter, operation, value, below);
                    break;
                case "includes":
                    ReadNamed(OverlaySubject.Include, operation, value, below);
                    break;
                case "optional_fields":
                    ReadNamed(OverlaySubject.OptionalField, operation, value, below);
                    break;
                case "body_fields":
                    ReadNamed(OverlaySubject.BodyField, operation, value, below);
                    break;
                case "response_fields":
                    ReadNamed(OverlaySubject.ResponseField, operation, value, below);
                    break;
                case "response_collections":
                    ReadNamed(OverlaySubject.ResponseCollection, operation, value, below);
                    break;
                case "order":
                    AddEntry(OverlaySubject.Order, operation, "", value, below);
                    break;
                case "body":
                    AddEntry(OverlaySubject.Body, operation, "", value, below);
                    break;
                case "response":
                    AddEntry(OverlaySubject.Response, operation, "", value, below);
                    break;
                default:
                    own.Add(key, value?.DeepClone());
                    break;
            }
        }

        if (own.Count > 0)
        {
            AddEntry(OverlaySubject.Operation, operation, "", own, path);
        }
    }

    private void ReadEntity(string entity, JsonNode? node, string path)
    {
        var own = new JsonObject();
        foreach ((string key, JsonNode? value) in Members(node, path))
        {
            if (key == "fields")
            {
                ReadNamed(OverlaySubject.EntityField, entity, value, DocumentTree.Path(path, key));
            }
            else
            {
                own.Add(key, value?.DeepClone());
            }
        }

        if (own.Count > 0)
        {
            AddEntry(OverlaySubject.Entity, entity, "", own, path);
        }
    }

    private void ReadNamed(OverlaySubject subject, string owner, JsonNode? node, string path)
        => ForEach(node, path, (name, value, below) => AddEntry(subject, owner, name, value, below));

    private void AddEntry(OverlaySubject subject, string owner, string name, JsonNode? node, string path)
    {
        var facts = new List<OverlayFact>();
        string reason = "";
        foreach ((string key, JsonNode? value) in Members(node, path))
        {
            if (key == "reason")
            {
                reason = value?.ToString() ?? "";
                continue;
            }

            var fact = new OverlayFact(key, TextsOf(value));
            if (_facts.IsReadable(subject, fact))
            {
                facts.Add(fact);
            }
            else
            {
                Report(DocumentTree.Path(path, key), $"'{key}' with this value says nothing of {OverlayFacts.Describe(subject)}");
            }
        }

        if (facts.Count > 0)
        {
            CheckReason(reason, path);
            _entries.Add(new OverlayEntry(subject, owner, name, facts.ToEquatableArray(), reason, path));
        }
    }

    private void AddName(JsonNode? node, string path, string key, Action<EquatableArray<string>> add)
    {
        string reason = "";
        EquatableArray<string> values = default;
        foreach ((string member, JsonNode? value) in Members(node, path))
        {
            if (member == key)
            {
                values = TextsOf(value);
            }
            else if (member == "reason")
            {
                reason = value?.ToString() ?? "";
            }
            else
            {
                Report(DocumentTree.Path(path, member), $"'{member}' is neither '{key}' nor 'reason'");
            }
        }

        if (values.IsEmpty)
        {
            Report(path, $"The entry has no '{key}'");
            return;
        }

        CheckReason(reason, path);
        add(values);
    }

    private void CheckReason(string reason, string path)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            _diagnostics.Add(SpecDescriptors.OverlayWithoutReason, _positions.Find(path));
        }
    }

    private void ForEach(JsonNode? node, string path, Action<string, JsonNode?, string> read)
    {
        foreach ((string key, JsonNode? value) in Members(node, path))
        {
            read(key, value, DocumentTree.Path(path, key));
        }
    }

    private IEnumerable<Member> Members(JsonNode? node, string path = "")
    {
        if (node is JsonObject members)
        {
            return members.Select(member => new Member(member.Key, member.Value));
        }

        Report(path, "A mapping is expected here");
        return [];
    }

    // A mapping, which only the collections of a response have, is written as its keys and values.
    private static EquatableArray<string> TextsOf(JsonNode? node) => node switch
    {
        JsonArray items => items.Select(item => item?.ToString() ?? "null").ToEquatableArray(),
        null => default,
        _ => EquatableArray.Of(Text(node)),
    };

    private static string Text(JsonNode node)
        => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False
            ? node.ToString().ToLowerInvariant()
            : node.ToString();

    private void Report(string path, string message)
        => _diagnostics.Add(SpecDescriptors.UnreadableOverlayEntry, _positions.Find(path), message);

    private sealed record Member(string Key, JsonNode? Value);
}
