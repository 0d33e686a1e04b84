using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Operations;

/// <summary>
/// Finds the form of a body: the object that wraps its fields, and the array beside it that takes several of them at once,
/// whose fields are the same and are not kept twice.
/// </summary>
internal sealed class BodyFolder(OperationContent content, ProseReader prose, DiagnosticList diagnostics)
{
    public RequestBody Fold(RequestBody body)
    {
        Value[] wrappers = [.. body.Fields.Where(field => field.Type == ValueType.Object && !field.Members.IsEmpty)];
        Value? wrapper = wrappers.Length == 1 ? wrappers[0] : null;
        if (wrapper is null)
        {
            return body;
        }

        Value[] others = [.. body.Fields.Where(field => field != wrapper)];
        Value? twin = others.Length == 1 && IsTwin(others[0], wrapper) ? others[0] : null;
        if (others.Length > (twin is null ? 0 : 1))
        {
            return body;
        }

        if (twin is not null && !twin.Members.IsEmpty)
        {
            Compare(wrapper.Members, twin.Members, twin.Name);
        }

        return body with
        {
            Wrapper = wrapper.Name,
            Fields = wrapper.Members,
            Bulk = twin is null ? null : new BulkForm(twin.Name, ReadLimit(twin)),
        };
    }

    private static bool IsTwin(Value value, Value wrapper)
    {
        if (value.Type != ValueType.Array)
        {
            return false;
        }

        if (value.Name == EnglishNoun.Plural(wrapper.Name))
        {
            return true;
        }

        var names = new HashSet<string>(wrapper.Members.Select(member => member.Name), StringComparer.Ordinal);
        return !value.Members.IsEmpty && value.Members.All(member => names.Contains(member.Name));
    }

    private int? ReadLimit(Value twin)
        => BulkReader.Read(prose.Read(twin.Description), isAboutBulk: true)
        ?? BulkReader.Read(prose.Read(content.Description), isAboutBulk: false);

    private void Compare(EquatableArray<Value> single, EquatableArray<Value> several, string path)
    {
        Dictionary<string, Value> singles = single.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (Value member in several)
        {
            string name = path + "." + member.Name;
            singles.TryGetValue(member.Name, out Value? other);
            singles.Remove(member.Name);
            string? difference = other is null ? "is not in the single form"
                : other.Type != member.Type ? "has another type than in the single form"
                : other.IsRequired != member.IsRequired ? (member.IsRequired ? "is required, and not in the single form" : "is not required, as it is in the single form")
                : other.KnownValues != member.KnownValues ? "has other values than in the single form"
                : null;
            if (difference is not null)
            {
                Report(name, difference);
            }
            else
            {
                Compare(other!.Members, member.Members, name);
            }
        }

        foreach (string missing in singles.Keys)
        {
            Report(path, $"lacks '{missing}', which the single form has");
        }
    }

    private void Report(string name, string difference)
    {
        TextPlace place = content.RequestFields.Find(item => item.Name == name)?.Place ?? TextPlace.Start;
        diagnostics.Add(SpecDescriptors.BulkMismatch, place, name, difference);
    }
}
