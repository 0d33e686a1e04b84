using System.Text.Json;

namespace Kantata.Emulator.Behaviour;

/// <summary>What an operation does to the record in its path, besides taking over what its body holds.</summary>
internal sealed record ActionRule
{
    /// <summary>The fields that it sets.</summary>
    public IReadOnlyDictionary<string, JsonElement> Set { get; init; } = new Dictionary<string, JsonElement>();
}
