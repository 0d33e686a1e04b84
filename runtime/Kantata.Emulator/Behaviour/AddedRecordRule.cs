using System.Text.Json;

namespace Kantata.Emulator.Behaviour;

/// <summary>A record that an operation makes beside the one that it is about, which it refers to.</summary>
/// <param name="Collection">Where it is made.</param>
/// <param name="Set">Its fields, besides those of the request.</param>
internal sealed record AddedRecordRule(string Collection, IReadOnlyDictionary<string, JsonElement> Set);
