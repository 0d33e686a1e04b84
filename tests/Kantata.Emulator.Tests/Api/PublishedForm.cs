using System.Text.Json;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Tests.Api;

/// <summary>Compares JSON with what is published of it.</summary>
/// <param name="allowsNull">Whether a value may be null, as in records that were not told it.</param>
internal sealed class PublishedForm(bool allowsNull)
{
    /// <summary>What differs in an object of published members, each of which must be there.</summary>
    public IEnumerable<string> Differences(string place, IEnumerable<Value> members, JsonElement json) => json.ValueKind != JsonValueKind.Object
        ? [$"{place} is {json.ValueKind}"]
        : members.SelectMany(member => json.TryGetProperty(member.Name, out JsonElement value)
            ? Differences($"{place}.{member.Name}", member, member.Type, value)
            : [$"{place}.{member.Name} is not there"]);

    /// <summary>What differs in a value.</summary>
    public IEnumerable<string> Differences(string place, Value published, ValueType type, JsonElement json) => (PublishedTypes.Of(published, type), json.ValueKind) switch
    {
        (_, JsonValueKind.Null) when allowsNull => [],
        (ValueType.String, JsonValueKind.String) => [],
        (ValueType.Integer, JsonValueKind.Number) => json.TryGetInt64(out _) ? [] : [$"{place} is {json}"],
        (ValueType.Number, JsonValueKind.Number) => [],
        (ValueType.Boolean, JsonValueKind.True or JsonValueKind.False) => [],
        (ValueType.Array, JsonValueKind.Array) => json.EnumerateArray().SelectMany(item => published.Items is ValueType items ? Differences(place + "[]", published, items, item) : []),
        (ValueType.Object, JsonValueKind.Object) => Differences(place, published.Members, json),
        (ValueType.Map, JsonValueKind.Object) => json.EnumerateObject().SelectMany(member => published.Items is ValueType items ? Differences($"{place}.{member.Name}", published, items, member.Value) : []),
        (ValueType.Reference, JsonValueKind.Object) => json.TryGetProperty("key", out _) && json.TryGetProperty("id", out _) ? [] : [$"{place} is {json}"],
        (ValueType.Any, _) => [],
        _ => [$"{place} is {json.ValueKind} and not {type}"],
    };
}
