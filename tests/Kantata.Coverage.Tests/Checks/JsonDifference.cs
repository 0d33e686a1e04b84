using System.Text.Json;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Compares JSON by value: the order of members says nothing, that of items does.</summary>
internal static class JsonDifference
{
    /// <summary>What differs, each with its place.</summary>
    public static IEnumerable<string> Between(JsonElement expected, JsonElement actual, string place)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            string[] names = [.. expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(static member => member.Name).Distinct()];
            return names.SelectMany(name => Between(Member(expected, name), Member(actual, name), $"{place}.{name}"));
        }

        if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array && expected.GetArrayLength() == actual.GetArrayLength())
        {
            return expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{place}[{index}]"));
        }

        bool areSame = expected.ValueKind == actual.ValueKind && (expected.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(expected, actual));
        return areSame ? [] : [$"{place} is {Text(actual)} instead of {Text(expected)}"];
    }

    private static JsonElement Member(JsonElement value, string name) => value.TryGetProperty(name, out JsonElement member) ? member : default;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "(nothing)" : value.GetRawText();
}
