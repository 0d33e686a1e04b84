using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>The C# type of a value, and the calls of the runtime that read and write it.</summary>
/// <param name="Name">The type without its question mark: <c>long</c>.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Read">The call on a cursor that reads it: <c>Int64()</c>.</param>
/// <param name="Write">The method of a writer that writes it: <c>Write</c>.</param>
/// <param name="IsId">Whether it is the id of an entity.</param>
internal sealed record CSharpType(string Name, bool IsValueType, string Read, string Write, bool IsId = false);

/// <summary>Decides which C# type a scalar or a list of scalars gets. Objects with members are decided by who names their classes.</summary>
internal static class TypeMap
{
    public static readonly CSharpType Text = new("string", IsValueType: false, "String()", "Write");
    public static readonly CSharpType Json = new("JsonElement", IsValueType: true, "Element()", "Write");

    private static readonly CSharpType s_integer = new("long", IsValueType: true, "Int64()", "Write");
    private static readonly CSharpType s_number = new("decimal", IsValueType: true, "Decimal()", "Write");
    private static readonly CSharpType s_boolean = new("bool", IsValueType: true, "Boolean()", "Write");
    private static readonly CSharpType s_date = new("DateOnly", IsValueType: true, "Date()", "Write");
    private static readonly CSharpType s_dateTime = new("DateTimeOffset", IsValueType: true, "DateTime()", "Write");
    private static readonly CSharpType s_reference = new("KantataReference", IsValueType: true, "Reference()", "Write");
    private static readonly CSharpType s_map = new("IReadOnlyDictionary<string, JsonElement>", IsValueType: false, "Map()", "Write");
    private static readonly CSharpType s_numberMap = new("IReadOnlyDictionary<string, decimal>", IsValueType: false, "DecimalMap()", "Write");
    private static readonly CSharpType s_textMap = new("IReadOnlyDictionary<string, string>", IsValueType: false, "StringMap()", "Write");
    private static readonly CSharpType s_numbers = new("IReadOnlyList<decimal>", IsValueType: false, "Decimals()", "Write");
    private static readonly CSharpType s_file = new("KantataFile", IsValueType: false, "", "Write");
    private static readonly CSharpType s_texts = new("IReadOnlyList<string>", IsValueType: false, "Strings()", "Write");
    private static readonly CSharpType s_days = new("IReadOnlyList<DateOnly>", IsValueType: false, "", "WriteList");
    private static readonly CSharpType s_integers = new("IReadOnlyList<long>", IsValueType: false, "Int64s()", "Write");

    /// <summary>The type of a member of a request that is no object with members.</summary>
    /// <param name="value">The value.</param>
    /// <param name="idOf">The type of the entity whose ids it holds; null where it holds none.</param>
    /// <param name="valueSet">The type of its value set; null where it has none.</param>
    /// <param name="isPartOfForm">Whether it is a part of a form: nothing else carries files.</param>
    public static CSharpType OfRequest(Value value, string? idOf, string? valueSet, bool isPartOfForm) => value switch
    {
        { Format: ValueFormat.Binary } when isPartOfForm => s_file,
        { Type: ValueType.String, List: ListKind.Ids } when idOf is not null =>
            new($"IReadOnlyList<Id<{idOf}>>", IsValueType: false, "", "WriteList"),
        { Type: ValueType.String, List: ListKind.Ids or ListKind.Numbers } => s_integers with { Write = "WriteList" },
        { Type: ValueType.String, List: ListKind.Dates } => s_days,
        { Type: ValueType.String, List: ListKind.Strings } when valueSet is null => s_texts with { Write = "WriteList" },
        _ => Of(value, idOf, valueSet),
    };

    /// <summary>The type of a value that is no object with members.</summary>
    /// <param name="value">The value.</param>
    /// <param name="idOf">The type of the entity whose ids it holds; null where it holds none.</param>
    /// <param name="valueSet">The type of its value set; null where it has none.</param>
    public static CSharpType Of(Value value, string? idOf, string? valueSet) => value.Type switch
    {
        ValueType.Array when idOf is not null => new($"IReadOnlyList<Id<{idOf}>>", IsValueType: false, $"Ids<{idOf}>()", "WriteIds"),
        ValueType.Array => value.Items switch
        {
            ValueType.String => s_texts,
            ValueType.Integer => s_integers,
            ValueType.Number => s_numbers,
            _ => Json,
        },
        ValueType.String or ValueType.Integer when idOf is not null => new($"Id<{idOf}>", IsValueType: true, $"Id<{idOf}>()", "Write", IsId: true),
        ValueType.String or ValueType.Integer when valueSet is not null => new(valueSet, IsValueType: true, $"Value<{valueSet}>()", "WriteValue"),
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
