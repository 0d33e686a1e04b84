using System.Text.Json;
using Kantata.Coverage.Tests.Answers;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Compares the form that was sent with the list.</summary>
internal static class FormCheck
{
    /// <summary>What differs.</summary>
    public static IEnumerable<string> Compare(IReadOnlyDictionary<string, JsonElement> expected, IReadOnlyList<FormPart> parts)
    {
        Dictionary<string, FormPart> received = parts.ToDictionary(static part => part.Name, StringComparer.Ordinal);
        foreach (string name in expected.Keys.Union(received.Keys))
        {
            FormPart? wanted = expected.TryGetValue(name, out JsonElement value) ? PartOf(name, value) : null;
            FormPart? actual = received.GetValueOrDefault(name);
            if (wanted != actual)
            {
                yield return $"wire: form part {actual?.ToString() ?? "(nothing)"} instead of {wanted?.ToString() ?? "(nothing)"}";
            }
        }
    }

    private static FormPart PartOf(string name, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new FormPart(name, value.GetProperty("file").GetString(), value.GetProperty("bytes").GetString()!)
        : new FormPart(name, null, value.ToString());
}
