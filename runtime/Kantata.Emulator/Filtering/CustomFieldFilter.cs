using System.Globalization;
using System.Text.Json;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Filtering;

/// <summary>
/// Reads the filters by custom fields: <c>FIELD:VALUE</c>, or several as <c>(…):(…)</c> or with semicolons, all of which must hold.
/// What comes after the field depends on the kind of its values.
/// </summary>
internal static class CustomFieldFilter
{
    /// <summary>The filter; null where <paramref name="format"/> is none of custom fields.</summary>
    /// <param name="collection">The collection whose records are filtered.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="format">The kind of the values.</param>
    /// <param name="text">The value of the parameter.</param>
    /// <exception cref="ApiFault">The value is not written as it must be.</exception>
    public static RecordFilter? Find(CollectionSchema collection, string name, ValueFormat format, string text)
    {
        if (format is not (ValueFormat.CustomFieldAmounts or ValueFormat.CustomFieldChoices or ValueFormat.CustomFieldDates or ValueFormat.CustomFieldNumbers or ValueFormat.CustomFieldRanges or ValueFormat.CustomFieldTexts))
        {
            return null;
        }

        CustomFieldValues values = new(collection);
        List<RecordFilter> filters = [];
        foreach (IGrouping<string, string> field in Conditions(text).GroupBy(condition => condition.Split(':')[0], StringComparer.Ordinal))
        {
            // A field that is named twice may have either value.
            RecordFilter[] either = [.. field.Select(condition => Condition(values, name, format, field.Key, condition))];
            filters.Add((view, record) => either.Any(filter => filter(view, record)));
        }

        return (view, record) => filters.All(filter => filter(view, record));
    }

    private static string[] Conditions(string text) => text.StartsWith('(') && text.EndsWith(')')
        ? text[1..^1].Split("):(")
        : text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static RecordFilter Condition(CustomFieldValues values, string name, ValueFormat format, string field, string condition)
    {
        string wanted = condition.Length > field.Length ? condition[(field.Length + 1)..] : "";
        if (format == ValueFormat.CustomFieldChoices && wanted == "blank")
        {
            return (view, record) => !Held(view, record).Any(HasValue);
        }

        Func<JsonElement, bool> test = Test(format, wanted) ?? throw ApiFault.Invalid(name, $"holds {condition}, which is no condition on a custom field");
        return (view, record) => Held(view, record).Any(test);

        // The choices stand in a field of their own, and now and then in that of other values.
        IEnumerable<JsonElement> Held(StoreView view, EntityRecord record) => format == ValueFormat.CustomFieldChoices
            ? values.Of(view, record, field, "selected_choice_ids").Concat(values.Of(view, record, field))
            : values.Of(view, record, field);
    }

    private static Func<JsonElement, bool>? Test(ValueFormat format, string text) => format switch
    {
        ValueFormat.CustomFieldChoices => ValueTest.In(ValueTest.Split(text)).Passes,
        // A field alone asks for those that have a value at all.
        ValueFormat.CustomFieldTexts => value => text.Length == 0 ? HasValue(value) : value.AsText()?.Contains(text, StringComparison.OrdinalIgnoreCase) == true,
        ValueFormat.CustomFieldDates => MomentRange.TryParse(text.Contains(':', StringComparison.Ordinal) ? text : text + ":", out MomentRange range) ? ValueTest.Between(range.From, range.To).Passes : null,
        ValueFormat.CustomFieldNumbers => Number(text) is decimal number ? value => value.TryGetNumber(out decimal held) && held == number : null,
        ValueFormat.CustomFieldRanges => Range(text),
        ValueFormat.CustomFieldAmounts => Amount(text),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format of custom fields."),
    };

    private static Func<JsonElement, bool>? Range(string text) =>
        text.Split(':') is [string min, string max] && Number(min) is decimal least && Number(max) is decimal most
            ? value => value.TryGetNumber(out decimal held) && held >= least && held <= most
            : null;

    // 200.2:USD is 20020 cents, 200.2 those of any currency: a record holds [20020,"USD"].
    private static Func<JsonElement, bool>? Amount(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length <= 2 && Number(parts[0]) is decimal amount
            ? value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
                && value[0].TryGetNumber(out decimal cents) && cents == amount * 100
                && (parts.Length == 1 || value[1].AsText() == parts[1])
            : null;
    }

    private static bool HasValue(JsonElement value) => !value.IsMissing() && value.AsText() != "" && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
