using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>
/// Finds the place of a fault by reading again up to it: nothing is noted on the way while all is well.
/// </summary>
internal static class JsonPath
{
    /// <summary>The path of the value that begins at a position; for a later position than any, the path where the text stops being JSON.</summary>
    public static string At(ReadOnlySpan<byte> json, long position)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonCursor.MaxDepth });
        List<Step> steps = [];
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    steps.RemoveAt(steps.Count - 1);
                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    steps[^1] = new Step(Name(ref reader), 0);
                }
                else if (steps.Count > 0 && steps[^1].Name is null)
                {
                    steps[^1] = new Step(null, steps[^1].Index + 1);
                }

                if (reader.TokenStartIndex >= position)
                {
                    break;
                }

                if (reader.TokenType is JsonTokenType.StartObject)
                {
                    steps.Add(new Step("", 0));
                }
                else if (reader.TokenType is JsonTokenType.StartArray)
                {
                    steps.Add(new Step(null, -1));
                }
            }
        }
        catch (JsonException)
        {
            // The text ends or breaks here, which is the place that is looked for.
        }

        return Join(steps);
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private static string Join(List<Step> steps)
    {
        StringBuilder path = new();
        foreach (Step step in steps)
        {
            if (step.Name is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{Math.Max(step.Index, 0)}]");
            }
            else if (step.Name.Length > 0)
            {
                path.Append(path.Length == 0 ? "" : ".").Append(step.Name);
            }
        }

        return path.ToString();
    }

    // In an object the member's name, empty before the first; in an array no name and the item's index.
    private readonly record struct Step(string? Name, int Index);
}
