using Kantata.Spec.Model;

namespace Kantata.Spec.Merging;

/// <summary>Looks whether what overlays name is there.</summary>
internal sealed class NameChecker
{
    private readonly IndexPage[] _indexes;
    private readonly Func<string, SpecOrigin> _originOf;
    private readonly ProblemList _problems;
    private readonly ILookup<string, Operation> _operations;
    private readonly ILookup<string, Entity> _entities;
    private readonly HashSet<string> _operationFields;
    private readonly HashSet<string> _entityFields;

    public NameChecker(
        IndexPage[] indexes,
        IReadOnlyList<Operation> operations,
        IReadOnlyList<Entity> entities,
        Func<string, SpecOrigin> originOf,
        ProblemList problems)
    {
        _indexes = indexes;
        _originOf = originOf;
        _problems = problems;
        _operations = operations.ToLookup(operation => operation.Key, StringComparer.Ordinal);
        _entities = entities.ToLookup(entity => entity.Name, StringComparer.Ordinal);
        _operationFields = FieldsOf(operations.SelectMany(operation => operation.InputValues()));
        _entityFields = FieldsOf(entities.SelectMany(entity => entity.Fields));
    }

    public void Check(OverlayDocument[] overlays)
    {
        foreach (OverlayDocument overlay in overlays)
        {
            Check(overlay);
        }
    }

    private void Check(OverlayDocument overlay)
    {
        foreach (SharedName shared in overlay.Names.ValueSets)
        {
            CheckFields(overlay, shared, "value_sets");
        }

        foreach (SharedName shared in overlay.Names.RequestObjects)
        {
            CheckFields(overlay, shared, "request_objects");
        }

        foreach (IdEntity id in overlay.Names.IdEntities)
        {
            bool hasField = id.Field.IndexOf(' ') >= 0 || id.Field.IndexOf('.') >= 0 ? IsThere(id.Field) : IsThere("* " + id.Field) || IsThere("*." + id.Field);
            Report(hasField, overlay, "ids/" + id.Field, $"field '{id.Field}'");
            Report(_entities.Contains(id.Entity), overlay, "ids/" + id.Field + "/entity", $"entity '{id.Entity}'");
        }

        foreach (ResourceName name in overlay.Names.Resources)
        {
            Report(_indexes.Any(index => index.Title == name.Title), overlay, "resource_names/" + name.Title, $"index page '{name.Title}'");
        }

        foreach (OperationName name in overlay.Names.Operations)
        {
            Report(_operations.Contains(name.Operation), overlay, "operation_names/" + name.Operation, $"operation '{name.Operation}'");
        }
    }

    private void CheckFields(OverlayDocument overlay, SharedName shared, string section)
    {
        foreach (string field in shared.Fields)
        {
            Report(IsThere(field), overlay, section + "/" + shared.Name + "/fields", $"field '{field}'");
        }
    }

    /// <summary>
    /// Whether there is what <c>GET /invoices status</c>, <c>Invoice.status</c>, <c>* status</c> or <c>*.status</c> names. Where a user's
    /// page took the place of the package's, the package's overlay may name what is no longer there.
    /// </summary>
    private bool IsThere(string field)
    {
        if (field.StartsWith("* ", StringComparison.Ordinal) || field.StartsWith("*.", StringComparison.Ordinal))
        {
            return (field[1] == ' ' ? _operationFields : _entityFields).Contains(field[2..]);
        }

        // The name of an operation has a blank in it, and that of an entity may have a dot.
        for (int end = 1; end < field.Length; end++)
        {
            bool isThere = field[end] switch
            {
                ' ' => _operations[field[..end]].Any(operation => Has(operation.Document, operation.InputValues(), field[(end + 1)..])),
                '.' => _entities[field[..end]].Any(entity => Has(entity.Document, entity.Fields, field[(end + 1)..])),
                _ => false,
            };
            if (isThere)
            {
                return true;
            }
        }

        return false;
    }

    private bool Has(string document, IEnumerable<Value> values, string field) => _originOf(document) == SpecOrigin.User || FieldsOf(values).Contains(field);

    private void Report(bool isThere, OverlayDocument overlay, string element, string what)
    {
        if (!isThere)
        {
            _problems.Add(SpecDescriptors.OverlayHitsNothing, overlay.Name, element, what);
        }
    }

    /// <summary>The dotted names of values and of their members.</summary>
    private static HashSet<string> FieldsOf(IEnumerable<Value> values)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Add(fields, "", values);
        return fields;
    }

    private static void Add(HashSet<string> fields, string around, IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            string name = around + value.Name;
            fields.Add(name);
            if (!value.Members.IsEmpty)
            {
                Add(fields, name + ".", value.Members);
            }
        }
    }
}
