using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Merging;

/// <summary>Puts the names of overlays together and looks whether what they name is there.</summary>
internal sealed class NameMerger(
    OverlayDocument[] overlays,
    IndexPage[] indexes,
    IReadOnlyList<Operation> operations,
    IReadOnlyList<Entity> entities,
    Func<string, SpecOrigin> originOf,
    ProblemList problems)
{
    private readonly HashSet<string> _operationFields = FieldsOf(operations.SelectMany(operation => operation.InputValues()));
    private readonly HashSet<string> _entityFields = FieldsOf(entities.SelectMany(entity => entity.Fields));

    public ApiNames Merge()
    {
        foreach (OverlayDocument overlay in overlays)
        {
            Check(overlay);
        }

        return new ApiNames(
            First(overlays.SelectMany(overlay => overlay.Names.ValueSets), set => set.Name),
            First(overlays.SelectMany(overlay => overlay.Names.IdEntities), id => id.Field),
            First(overlays.SelectMany(overlay => overlay.Names.RequestObjects), shared => shared.Name),
            First(overlays.SelectMany(overlay => overlay.Names.Operations), name => name.Operation),
            First(overlays.SelectMany(overlay => overlay.Names.Resources), name => name.Title));
    }

    // A user's overlay comes before the package's.
    private static EquatableArray<T> First<T>(IEnumerable<T> names, Func<T, string> key)
        where T : IEquatable<T>
        => names.GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.First()).ToEquatableArray();

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
            Report(entities.Any(entity => entity.Name == id.Entity), overlay, "ids/" + id.Field + "/entity", $"entity '{id.Entity}'");
        }

        CheckResources(overlay);
        foreach (OperationName name in overlay.Names.Operations)
        {
            Report(operations.Any(operation => operation.Key == name.Operation), overlay, "operation_names/" + name.Operation, $"operation '{name.Operation}'");
        }
    }

    private void CheckResources(OverlayDocument overlay)
    {
        foreach (ResourceName name in overlay.Names.Resources)
        {
            Report(indexes.Any(index => index.Title == name.Title), overlay, "resource_names/" + name.Title, $"index page '{name.Title}'");
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

        return operations.Any(operation => IsOf(operation.Key, ' ', operation.Document, operation.InputValues(), field))
            || entities.Any(entity => IsOf(entity.Name, '.', entity.Document, entity.Fields, field));
    }

    private bool IsOf(string owner, char separator, string document, IEnumerable<Value> values, string field)
        => field.Length > owner.Length && field[owner.Length] == separator && field.StartsWith(owner, StringComparison.Ordinal)
            && (originOf(document) == SpecOrigin.User || FieldsOf(values).Contains(field[(owner.Length + 1)..]));

    private void Report(bool isThere, OverlayDocument overlay, string element, string what)
    {
        if (!isThere)
        {
            problems.Add(SpecDescriptors.OverlayHitsNothing, overlay.Name, element, what);
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
