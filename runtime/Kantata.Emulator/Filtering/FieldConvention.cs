using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Values;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Filtering;

/// <summary>What the name of a filter says: which field it looks at and how.</summary>
/// <param name="Field">The field.</param>
/// <param name="Comparison">How its value is compared.</param>
/// <param name="Declared">What is published of the field; null where nothing is.</param>
internal sealed record FieldConvention(string Field, FieldComparison Comparison, Value? Declared)
{
    /// <summary>Reads a name; null where it says nothing of a field that the records have.</summary>
    public static FieldConvention? Find(CollectionSchema collection, string name) =>
        Find(collection, [name], FieldComparison.Value)
        ?? (IdName.Stem(name) is string stem ? Find(collection, [stem + "_id", stem + "_ids"], FieldComparison.Value) : null)
        ?? FindTime(collection, name, "_after", FieldComparison.After)
        ?? FindTime(collection, name, "_before", FieldComparison.Before)
        ?? FindTime(collection, name, "_between", FieldComparison.Between)
        ?? Find(collection, [EnglishNoun.Singular(name)], FieldComparison.Value);

    /// <summary>The test that a value of the filter asks for.</summary>
    /// <param name="name">The filter.</param>
    /// <param name="published">What is published of it; null where nothing is.</param>
    /// <param name="text">Its value.</param>
    /// <exception cref="ApiFault">The value is not written as it must be.</exception>
    public ValueTest Test(string name, Value? published, string text)
    {
        bool isRange = published?.Format is ValueFormat.DateRange or ValueFormat.OpenDateRange or ValueFormat.DateTimeRange;
        if (isRange || Comparison == FieldComparison.Between)
        {
            return MomentRange.TryParse(text, out MomentRange range)
                ? ValueTest.Between(range.From, range.To)
                : throw ApiFault.Invalid(name, "must be a range, as in 2026-01-01:2026-01-31");
        }

        if (Comparison is FieldComparison.After or FieldComparison.Before)
        {
            Moment limit = Moment.TryParse(text, out Moment moment) ? moment : throw ApiFault.Invalid(name, "must be a day or a time in ISO 8601");
            return Comparison == FieldComparison.After ? ValueTest.After(limit) : ValueTest.Before(limit);
        }

        if ((published?.Type ?? Declared?.Type) == ValueType.Boolean)
        {
            return ValueTest.Is(ParameterCheck.IsTrue(text));
        }

        bool isList = published is null ? IdName.Stem(name) is not null : published.List != ListKind.None || published.Type == ValueType.Array;
        return ValueTest.In(isList ? ValueTest.Split(text) : [text]);
    }

    private static FieldConvention? FindTime(CollectionSchema collection, string name, string suffix, FieldComparison comparison)
    {
        if (!name.EndsWith(suffix, StringComparison.Ordinal))
        {
            return null;
        }

        string time = name[..^suffix.Length];
        return Find(collection, [time, time + "_at", time + "_date", time + "_on"], comparison);
    }

    private static FieldConvention? Find(CollectionSchema collection, string[] fields, FieldComparison comparison) =>
        fields.FirstOrDefault(field => field.Length > 0 && collection.Has(field)) is string field
            ? new FieldConvention(field, comparison, collection.Field(field))
            : null;
}

/// <summary>How a filter compares.</summary>
internal enum FieldComparison
{
    /// <summary>The value is the filter's, or one of those that it lists.</summary>
    Value,

    /// <summary>The value is later.</summary>
    After,

    /// <summary>The value is earlier.</summary>
    Before,

    /// <summary>The value lies in the range.</summary>
    Between,
}
