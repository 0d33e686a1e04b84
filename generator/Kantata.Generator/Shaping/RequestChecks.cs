using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>Turns what the documents say about members that need one another into statements that check it.</summary>
internal sealed class RequestChecks(EquatableArray<Value> fields, IReadOnlyList<RequestMember> members)
{
    public IEnumerable<string> Statements()
    {
        HashSet<string> groups = new(StringComparer.Ordinal);
        for (int index = 0; index < members.Count; index++)
        {
            if (fields[index].RequiredWhen is not { } condition)
            {
                continue;
            }

            if (condition.Kind == ConditionKind.AtLeastOneOf)
            {
                // Each member of such a group names the others.
                string check = AtLeastOne(condition.Fields.Select(IndexOf).Append(index));
                if (groups.Add(check))
                {
                    yield return check;
                }
            }
            else if (Test(condition) is { } test)
            {
                yield return $"check.RequiredWhen({test}, {IsGiven(index)}, {Literal.Of(members[index].Name)}, {Literal.Of(Describe(condition))});";
            }
        }
    }

    private string AtLeastOne(IEnumerable<int> group)
    {
        int[] indices = [.. group.Where(index => index >= 0).Distinct().OrderBy(index => index)];
        string given = string.Join(", ", indices.Select(IsGiven));
        string names = string.Join(", ", indices.Select(index => members[index].Name));
        return $"check.AtLeastOne([{given}], {Literal.Of(names)});";
    }

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
        string type = member.FieldType.TrimEnd('?');
        bool isValueSet = member.Write.Contains(".WriteValue(");
        return (type, value) switch
        {
            (_, null) => null,
            ("string", _) => $"{member.Field} == {Literal.Of(value)}",
            ("bool", "true" or "false") => $"{member.Field} == {value}",
            ("long", _) when long.TryParse(value, out long number) => $"{member.Field} == {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            _ when isValueSet => $"{member.Field}{(member.FieldType.EndsWith("?", StringComparison.Ordinal) ? "?" : "")}.Value == {Literal.Of(value)}",
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
