namespace Kantata.Emulator.Schema;

/// <summary>What an include brings.</summary>
/// <param name="Name">The name of the include: <c>recipient</c>.</param>
/// <param name="Field">The field that holds the id or the ids: <c>recipient_id</c>.</param>
/// <param name="IsMany">Whether the field holds several ids.</param>
/// <param name="Target">The collection that it comes under: <c>users</c>; null where each record's reference names it.</param>
internal sealed record Association(string Name, string Field, bool IsMany, string? Target);
