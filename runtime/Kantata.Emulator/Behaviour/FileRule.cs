namespace Kantata.Emulator.Behaviour;

/// <summary>The fields of a record that tell of the file which was uploaded with it; null for what none of them tells.</summary>
/// <param name="Name">The field that holds its name, unless the request gives it another one.</param>
/// <param name="Size">The field that holds its length in bytes.</param>
/// <param name="Address">The field that holds the address from which it can be downloaded.</param>
internal sealed record FileRule(string? Name, string? Size, string? Address);
