using System.Text.Json;

namespace Kantata.Emulator.Validation;

/// <summary>The fields beside the one that is checked.</summary>
/// <param name="sent">The object that holds them.</param>
/// <param name="existing">The values of those that were not sent; undefined where there are none.</param>
internal sealed class Siblings(JsonElement sent, Func<string, JsonElement> existing)
{
    /// <summary>The value that a field has after the request.</summary>
    public JsonElement this[string field] => Sent(field) is { ValueKind: not JsonValueKind.Undefined } value ? value : existing(field);

    /// <summary>The value that was sent, the last one where there are several; undefined where there is none.</summary>
    public JsonElement Sent(string field) => sent.TryGetProperty(field, out JsonElement value) ? value : default;
}
