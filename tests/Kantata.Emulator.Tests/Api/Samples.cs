using System.Globalization;
using System.Text.Json.Nodes;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Tests.Api;

/// <summary>Makes up values that what the documents say of them allows.</summary>
internal static class Samples
{
    /// <summary>A table with headings of all that can be imported.</summary>
    public const string Table = "ID,Source Currency,Target Currency,Exchange Rate,Effective Date,Project ID\n1,USD,EUR,0.9,2026-01-31,1\n";

    /// <summary>A record in each collection, whose id is 1 and whose fields all have a value.</summary>
    public static string Seed(ApiSchema schema)
    {
        JsonObject seed = [];
        foreach (CollectionSchema collection in schema.Collections.Select(key => schema[key]))
        {
            string id = collection.Key == "rate_card_table_rows" ? "1:1" : "1";
            JsonObject record = [];
            foreach (Value field in collection.Fields.Where(field => field.Name != "id"))
            {
                record[field.Name] = Json(field);
            }

            seed[collection.Key] = new JsonObject { [id] = record };
        }

        return seed.ToJsonString();
    }

    /// <summary>An object with all of the fields.</summary>
    public static JsonObject Json(IEnumerable<Value> fields)
    {
        JsonObject json = [];
        foreach (Value field in fields)
        {
            json[field.Name] = Json(field);
        }

        return json;
    }

    public static JsonNode? Json(Value value) => Json(value, value.Type);

    /// <summary>The value of a parameter.</summary>
    public static string Text(Value value) => PublishedTypes.Of(value) switch
    {
        ValueType.Boolean => "true",
        ValueType.Integer or ValueType.Number => Number(value).ToString(CultureInfo.InvariantCulture),
        _ when value.Name == "csv_file" => Table,
        _ => Words(value),
    };

    private static JsonNode? Json(Value value, ValueType type) => PublishedTypes.Of(value, type) switch
    {
        ValueType.String => Words(value),
        ValueType.Integer or ValueType.Number => Number(value),
        ValueType.Boolean => true,
        ValueType.Array => new JsonArray(Json(value, value.Items ?? (value.Members.IsEmpty ? ValueType.String : ValueType.Object))),
        ValueType.Object => Json(value.Members),
        ValueType.Map => new JsonObject { ["2026-01-31"] = Json(value, value.Items ?? (value.Members.IsEmpty ? ValueType.String : ValueType.Object)) },
        ValueType.Reference => new JsonObject { ["key"] = "workspaces", ["id"] = "1" },
        _ => "1",
    };

    private static long Number(Value value) => (long)Math.Max(value.Minimum ?? 1, Math.Min(value.Maximum ?? 1, 1));

    private static string Words(Value value) => value.Format switch
    {
        ValueFormat.Date => "2026-01-31",
        ValueFormat.DateTime => "2026-01-31T09:30:00Z",
        ValueFormat.DateRange => "2026-01-01:2026-01-31",
        ValueFormat.OpenDateRange => "2026-01-01;2026-01-31",
        ValueFormat.DateTimeRange => "2026-01-01T000000Z:2026-01-31T000000Z",
        ValueFormat.Json => "{}",
        ValueFormat.CustomFieldChoices => "1:2,3",
        ValueFormat.CustomFieldAmounts => "1:200.2:USD",
        ValueFormat.CustomFieldDates => "1:2026-01-01:2026-01-31",
        ValueFormat.CustomFieldNumbers => "1:100",
        ValueFormat.CustomFieldRanges => "1:100:200",
        ValueFormat.CustomFieldTexts => "1:text",
        _ => value.KnownValues.IsEmpty ? "1" : value.KnownValues[0],
    };
}
