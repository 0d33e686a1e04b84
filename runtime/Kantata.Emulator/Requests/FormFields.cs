using System.Text.Json;
using System.Text.Json.Nodes;
using Kantata.Emulator.Values;

namespace Kantata.Emulator.Requests;

/// <summary>Puts the fields of a form together to the object that a JSON body would have held; all its values are strings.</summary>
internal static class FormFields
{
    /// <summary>
    /// <c>attachment[type]</c>, or <c>attachment.type</c>, is the member <c>type</c> of <c>attachment</c>; <c>ids[]</c> is an item of
    /// the array <c>ids</c>.
    /// </summary>
    public static JsonElement ToJson(IEnumerable<KeyValuePair<string, string>> fields)
    {
        JsonObject root = [];
        foreach ((string name, string value) in fields)
        {
            bool isItem = name.EndsWith("[]", StringComparison.Ordinal);
            string[] path = name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);
            if (path.Length > 0)
            {
                Add(root, path, value, isItem);
            }
        }

        return JsonValues.Of(root);
    }

    private static void Add(JsonObject target, ReadOnlySpan<string> path, string value, bool isItem)
    {
        if (path.Length > 1)
        {
            if (target[path[0]] is not JsonObject member)
            {
                member = [];
                target[path[0]] = member;
            }

            Add(member, path[1..], value, isItem);
        }
        else if (!isItem)
        {
            target[path[0]] = value;
        }
        else if (target[path[0]] is JsonArray items)
        {
            items.Add((JsonNode)value);
        }
        else
        {
            target[path[0]] = new JsonArray(value);
        }
    }
}
