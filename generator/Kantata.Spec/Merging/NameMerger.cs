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
    private readonly HashSet<string> _fields = FieldsOf(operations, entities);

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

    // Where a user's page took the place of the package's, the package's overlay may name what is no longer there.
    private bool IsThere(string field)
    {
        if (_fields.Contains(field))
        {
            return true;
        }

        int last = field.LastIndexOf(' ');
        string owner = last < 0 ? field.Split('.')[0] : field[..last];
        return operations.Any(operation => operation.Key == owner && originOf(operation.Document) == SpecOrigin.User)
            || entities.Any(entity => entity.Name == owner && originOf(entity.Document) == SpecOrigin.User);
    }

    private void Report(bool isThere, OverlayDocument overlay, string element, string what)
    {
        if (!isThere)
        {
            problems.Add(SpecDescriptors.OverlayHitsNothing, overlay.Name, element, what);
        }
    }

    private static HashSet<string> FieldsOf(IReadOnlyList<Operation> operations, IReadOnlyList<Entity> entities)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (Operation operation in operations)
        {
            foreach (Value value in operation.PathParameters.Concat(operation.Query).Concat(operation.Body?.Fields ?? default))
            {
                Add(fields, operation.Key + " ", "* ", "", value);
            }
        }

        foreach (Entity entity in entities)
        {
            foreach (Value value in entity.Fields)
            {
                Add(fields, entity.Name + ".", "*.", "", value);
            }
        }

        return fields;
    }

    private static void Add(HashSet<string> fields, string owner, string every, string around, Value value)
    {
        string name = around + value.Name;
        fields.Add(owner + name);
        fields.Add(every + name);
        foreach (Value member in value.Members)
        {
            Add(fields, owner, every, name + ".", member);
        }
    }
}
