using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Operations;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Filtering;

/// <summary>
/// Finds out what the filters of a list mean: a rule says so, or a convention of the API does, by which <c>workspace_ids</c> looks
/// at <c>workspace_id</c>, <c>created_after</c> at <c>created_at</c> and <c>external_reference_status</c> at the <c>status</c> of
/// the external references.
/// </summary>
internal sealed class FilterBinder(EmulatedApi api, Operation operation, CollectionSchema collection)
{
    private static readonly string[] s_noFilters = ["page", "per_page", "limit", "offset", "include", "order", "optional_fields"];

    /// <summary>The filters that a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parents">The fields whose values its path gives.</param>
    /// <exception cref="ApiFault">One is written wrongly or means nothing here.</exception>
    public IReadOnlyList<RecordFilter> Bind(ApiRequest request, IEnumerable<KeyValuePair<string, string>> parents)
    {
        List<RecordFilter> filters = [];
        Dictionary<Association, List<RecordFilter>> related = [];
        foreach ((string field, string value) in parents.Where(parent => collection.Entity is null || collection.Has(parent.Key)))
        {
            filters.Add(Compare(field, ValueTest.Equal(value)));
        }

        foreach ((string name, string text) in request.Query.Where(parameter => !s_noFilters.Contains(parameter.Key)))
        {
            if (!TryBind(name, text, filters, related) && !api.AllowUnknownFilters)
            {
                throw ApiFault.NotEmulated(
                    $"The emulator does not know which field the filter {name} of {operation.Key} looks at. AllowUnknownFilters makes it have no effect.");
            }
        }

        // Conditions on an association are about one and the same of its records.
        filters.AddRange(related.Select(conditions => AnyRelated(conditions.Key, conditions.Value)));
        return filters;
    }

    private bool TryBind(string name, string text, List<RecordFilter> filters, Dictionary<Association, List<RecordFilter>> related)
    {
        Value? published = operation.Query.FirstOrDefault(parameter => parameter.Name == name);
        ParameterCheck.Check(name, published, text);
        if (name == "only")
        {
            HashSet<string> ids = [.. ValueTest.Split(text)];
            filters.Add((_, record) => ids.Contains(record.Id));
            return true;
        }

        if (name == "search")
        {
            filters.Add((_, record) => record.Fields.Values.Any(value => value.AsText()?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));
            return true;
        }

        FilterRule? rule = api.Rules.FindFilter(operation.Key, name);
        if (rule is { IsSwitch: true })
        {
            if (ParameterCheck.IsTrue(text) != rule.Shows)
            {
                filters.Add(Switch(rule));
            }

            return true;
        }

        if (rule?.Contains is { } parts)
        {
            filters.Add((view, record) => parts.Any(field => view.Field(collection, record, field).AsText()?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));
            return true;
        }

        if (published is not null && CustomFieldFilter.Find(collection, name, published.Format, text) is RecordFilter custom)
        {
            filters.Add(custom);
            return true;
        }

        string translated = rule?.Values?.GetValueOrDefault(text) ?? text;
        if (FieldConvention.Find(collection, rule?.Field ?? name) is FieldConvention convention)
        {
            RecordFilter filter = Compare(convention.Field, convention.Test(name, published, translated));
            filters.Add(rule?.Excludes == true ? (view, record) => !filter(view, record) : filter);
            return true;
        }

        // by_skill_name and with_user_ids say no more than skill_name and user_ids; as a switch they say something else.
        string plain = name.StartsWith("by_", StringComparison.Ordinal) ? name[3..] : name.StartsWith("with_", StringComparison.Ordinal) ? name[5..] : name;
        if (plain != name && published?.Type != ValueType.Boolean && FieldConvention.Find(collection, plain) is FieldConvention named)
        {
            filters.Add(Compare(named.Field, named.Test(name, published, translated)));
            return true;
        }

        return TryBindRelated(plain != name && published?.Type != ValueType.Boolean ? plain : name, published, translated, filters, related);
    }

    private bool TryBindRelated(string name, Value? published, string text, List<RecordFilter> filters, Dictionary<Association, List<RecordFilter>> related)
    {
        foreach (Association association in collection.Associations.Values)
        {
            string prefix = EnglishNoun.Singular(association.Name) + "_";
            if (name == "has_" + association.Name)
            {
                bool wanted = ParameterCheck.IsTrue(text);
                filters.Add((view, record) => view.Related(collection, record, association).Any() == wanted);
                return true;
            }

            bool isWithout = name.StartsWith("without_" + prefix, StringComparison.Ordinal);
            string field = isWithout ? name[("without_".Length + prefix.Length)..] : name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : "";
            if (field.Length == 0
                || association.Target is not string target
                || FieldConvention.Find(api.Schema[target], field) is not FieldConvention convention)
            {
                continue;
            }

            RecordFilter condition = Compare(api.Schema[target], convention.Field, convention.Test(name, published, text));
            if (isWithout)
            {
                RecordFilter any = AnyRelated(association, [condition]);
                filters.Add((view, record) => !any(view, record));
            }
            else if (related.TryGetValue(association, out List<RecordFilter>? conditions))
            {
                conditions.Add(condition);
            }
            else
            {
                related.Add(association, [condition]);
            }

            return true;
        }

        return false;
    }

    private RecordFilter Switch(FilterRule rule)
    {
        List<RecordFilter> filters = [.. (rule.All ?? []).Select(Switch)];
        if (rule.Present is bool wanted)
        {
            filters.Add((view, record) => view.Field(collection, record, rule.Field!).IsMissing() != wanted);
        }

        if (rule.Shows)
        {
            filters.Add((view, record) => view.Field(collection, record, rule.Field!) is { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False });
        }

        if (rule.Is is { } values)
        {
            filters.Add(Compare(rule.Field!, ValueTest.In(values.Select(value => value.AsText()!))));
        }

        if (rule.IsNot is { } others)
        {
            ValueTest isOther = ValueTest.In(others.Select(value => value.AsText()!));
            filters.Add((view, record) => !isOther.Passes(view.Field(collection, record, rule.Field!)));
        }

        return (view, record) => filters.All(filter => filter(view, record));
    }

    private RecordFilter AnyRelated(Association association, List<RecordFilter> conditions) => (view, record) => view
        .Related(collection, record, association)
        .Select(related => view.Snapshot.Find(related.Collection, related.Id))
        .OfType<EntityRecord>()
        .Any(related => conditions.All(condition => condition(view, related)));

    private RecordFilter Compare(string field, ValueTest test) => Compare(collection, field, test);

    private static RecordFilter Compare(CollectionSchema kind, string field, ValueTest test) =>
        (view, record) => test.Passes(view.Field(kind, record, field));
}
