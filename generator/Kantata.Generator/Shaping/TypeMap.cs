using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>The C# type of a value, and the calls of the runtime that read and write it.</summary>
/// <param name="Name">The type without its question mark: <c>long</c>.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Read">The call on a cursor that reads it: <c>Int64()</c>.</param>
/// <param name="Write">The method of a writer that writes it: <c>WriteInt64</c>.</param>
/// <param name="IsId">Whether it is the id of an entity.</param>
/// <param name="IsValueSet">Whether it is a set of values that the documents name.</param>
internal sealed record CSharpType(string Name, bool IsValueType, string Read, string Write, bool IsId = false, bool IsValueSet = false);

/// <summary>Decides which C# type a scalar or a list of scalars gets. Objects with members are decided by who names their classes.</summary>
internal static class TypeMap
{
    public static readonly CSharpType Text = new("string", IsValueType: false, "String()", "WriteString");
    public static readonly CSharpType Json = new("JsonElement", IsValueType: true, "Element()", "WriteElement");

    private static readonly CSharpType s_integer = new("long", IsValueType: true, "Int64()", "WriteInt64");
    private static readonly CSharpType s_number = new("decimal", IsValueType: true, "Decimal()", "WriteDecimal");
    private static readonly CSharpType s_boolean = new("bool", IsValueType: true, "Boolean()", "WriteBoolean");
    private static readonly CSharpType s_date = new("DateOnly", IsValueType: true, "Date()", "WriteDate");
    private static readonly CSharpType s_dateTime = new("DateTimeOffset", IsValueType: true, "DateTime()", "WriteDateTime");
    private static readonly CSharpType s_reference = new("KantataReference", IsValueType: true, "Reference()", "WriteReference");
    private static readonly CSharpType s_map = new("IReadOnlyDictionary<string, JsonElement>", IsValueType: false, "Map()", "WriteMap");
    private static readonly CSharpType s_numberMap = new("IReadOnlyDictionary<string, decimal>", IsValueType: false, "DecimalMap()", "WriteDecimalMap");
    private static readonly CSharpType s_textMap = new("IReadOnlyDictionary<string, string>", IsValueType: false, "StringMap()", "WriteStringMap");
    private static readonly CSharpType s_numbers = new("IReadOnlyList<decimal>", IsValueType: false, "Decimals()", "WriteDecimals");
    private static readonly CSharpType s_file = new("KantataFile", IsValueType: false, "", "WriteFile");
    private static readonly CSharpType s_texts = new("IReadOnlyList<string>", IsValueType: false, "Strings()", "WriteStrings");
    private static readonly CSharpType s_days = new("IReadOnlyList<DateOnly>", IsValueType: false, "", "WriteDateList");
    private static readonly CSharpType s_integers = new("IReadOnlyList<long>", IsValueType: false, "Int64s()", "WriteInt64s");

    /// <summary>The type of a member of a request that is no object with members.</summary>
    /// <param name="value">The value.</param>
    /// <param name="idOf">The type of the entity whose ids it holds; null where it holds none.</param>
    /// <param name="valueSet">The type of its value set; null where it has none.</param>
    /// <param name="isPartOfForm">Whether it is a part of a form: nothing else carries files.</param>
    public static CSharpType OfRequest(Value value, string? idOf, string? valueSet, bool isPartOfForm) => value switch
    {
        { Format: ValueFormat.Binary } when isPartOfForm => s_file,
        { Type: ValueType.String, List: ListKind.Ids } when idOf is not null =>
            new($"IReadOnlyList<Id<{idOf}>>", IsValueType: false, "", $"WriteIdList<{idOf}>"),
        { Type: ValueType.String, List: ListKind.Ids or ListKind.Numbers } => s_integers with { Write = "WriteInt64List" },
        { Type: ValueType.String, List: ListKind.Dates } => s_days,
        { Type: ValueType.String, List: ListKind.Strings } when valueSet is null => s_texts with { Write = "WriteStringList" },
        _ => Of(value, idOf, valueSet),
    };

    /// <summary>The type of a value that is no object with members.</summary>
    /// <param name="value">The value.</param>
    /// <param name="idOf">The type of the entity whose ids it holds; null where it holds none.</param>
    /// <param name="valueSet">The type of its value set; null where it has none.</param>
    public static CSharpType Of(Value value, string? idOf, string? valueSet) => value.Type switch
    {
        ValueType.Array when idOf is not null => new($"IReadOnlyList<Id<{idOf}>>", IsValueType: false, $"Ids<{idOf}>()", $"WriteIds<{idOf}>"),
        ValueType.Array => value.Items switch
        {
            ValueType.String => s_texts,
            ValueType.Integer => s_integers,
            ValueType.Number => s_numbers,
            _ => Json,
        },
        ValueType.String or ValueType.Integer when idOf is not null => new($"Id<{idOf}>", IsValueType: true, $"Id<{idOf}>()", $"WriteId<{idOf}>", IsId: true),
        ValueType.String or ValueType.Integer when valueSet is not null => new(valueSet, IsValueType: true, $"Value<{valueSet}>()", $"WriteValue<{valueSet}>", IsValueSet: true),
        ValueType.String when ValueSetCatalog.IsTruth(value) => s_boolean,
        ValueType.String => value.Format switch
        {
            ValueFormat.Date => s_date,
            ValueFormat.DateTime => s_dateTime,
            _ => Text,
        },
        ValueType.Integer => s_integer,
        ValueType.Number => s_number,
        ValueType.Boolean => s_boolean,
        ValueType.Map => value.Items switch
        {
            ValueType.Number or ValueType.Integer => s_numberMap,
            ValueType.String => s_textMap,
            _ => s_map,
        },
        ValueType.Reference => s_reference,
        _ => Json,
    };
}
