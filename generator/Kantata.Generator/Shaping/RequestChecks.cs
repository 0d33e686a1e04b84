using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>Turns what the documents say about members that need one another into statements that check it, and into attributes that tell it.</summary>
internal sealed class RequestChecks(EquatableArray<Value> fields, IReadOnlyList<CSharpType> types, IReadOnlyList<RequestMember> members)
{
    public IEnumerable<string> Statements()
    {
        foreach (int[] group in Groups())
        {
            yield return $"check.AtLeastOne([{string.Join(", ", group.Select(IsGiven))}], {Literal.Of(Names(group))});";
        }

        for (int index = 0; index < members.Count; index++)
        {
            if (fields[index].RequiredWhen is { Kind: not ConditionKind.AtLeastOneOf } condition && Test(condition) is { } test)
            {
                yield return $"check.RequiredWhen({test}, {IsGiven(index)}, {Literal.Of(members[index].Name)}, {Literal.Of(Describe(condition))});";
            }
        }
    }

    /// <summary>What a member needs, as an attribute; empty where it needs nothing.</summary>
    public string Attribute(int index)
    {
        if (fields[index].RequiredWhen is not { Kind: not ConditionKind.AtLeastOneOf } condition || Test(condition) is null)
        {
            return "";
        }

        string kind = condition.Kind is ConditionKind.Equals or ConditionKind.Present ? "RequiredWhen" : "RequiredUnless";
        string value = condition.Kind is ConditionKind.Equals or ConditionKind.NotEquals ? ", " + Literal.Of(condition.Value!) : "";
        return $"[{kind}({Literal.Of(members[IndexOf(condition.Fields[0])].Name)}{value})] ";
    }

    /// <summary>The groups of which one member is needed, as attributes; empty where there is none.</summary>
    public string GroupAttributes() => string.Concat(Groups().Select(group => $"[RequiresOneOf({Literal.Of(Names(group))})] "));

    private IEnumerable<int[]> Groups()
    {
        // Each member of such a group names the others.
        HashSet<string> groups = new(StringComparer.Ordinal);
        for (int index = 0; index < members.Count; index++)
        {
            if (fields[index].RequiredWhen is { Kind: ConditionKind.AtLeastOneOf } condition)
            {
                int[] group = [.. Enumerable.Range(0, members.Count).Where(member => member == index || condition.Fields.Contains(fields[member].Name))];
                if (groups.Add(Names(group)))
                {
                    yield return group;
                }
            }
        }
    }

    private string Names(int[] group) => string.Join(", ", group.Select(index => members[index].Name));

    /// <summary>The condition as an expression; null where it looks at something that the request does not have.</summary>
    private string? Test(Condition condition)
    {
        int index = condition.Fields.Count == 1 ? IndexOf(condition.Fields[0]) : -1;
        if (index < 0)
        {
            return null;
        }

        return condition.Kind switch
        {
            ConditionKind.Equals => IsEqual(index, condition.Value),
            ConditionKind.NotEquals => IsEqual(index, condition.Value) is { } isEqual ? $"!({isEqual})" : null,
            ConditionKind.Present => IsGiven(index),
            ConditionKind.Absent => $"!({IsGiven(index)})",
            _ => null,
        };
    }

    private string? IsEqual(int index, string? value)
    {
        RequestMember member = members[index];
        return (types[index].Name, value) switch
        {
            (_, null) => null,
            ("string", _) => $"{member.Field} == {Literal.Of(value)}",
            ("bool", "true" or "false") => $"{member.Field} == {value}",
            ("long", _) when long.TryParse(value, out long number) => $"{member.Field} == {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            _ when types[index].IsValueSet => $"{member.Field}{(member.FieldType.EndsWith("?", StringComparison.Ordinal) ? "?" : "")}.Value == {Literal.Of(value)}",
            _ => null,
        };
    }

    private string IsGiven(int index)
    {
        RequestMember member = members[index];
        return member.FieldType.EndsWith("?", StringComparison.Ordinal) ? $"{member.Field} is not null" : $"IsSet({index})";
    }

    private int IndexOf(string field)
    {
        for (int index = 0; index < fields.Count; index++)
        {
            if (fields[index].Name == field)
            {
                return index;
            }
        }

        return -1;
    }

    private static string Describe(Condition condition) => condition.Kind switch
    {
        ConditionKind.Equals => $"{condition.Fields[0]} is {condition.Value}",
        ConditionKind.NotEquals => $"{condition.Fields[0]} is not {condition.Value}",
        ConditionKind.Present => $"{condition.Fields[0]} is given",
        _ => $"{condition.Fields[0]} is not given",
    };
}
