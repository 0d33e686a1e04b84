namespace Kantata.Emulator.Responses;

/// <summary>What a request asked for beyond the records themselves.</summary>
/// <param name="Includes">The names of the associations.</param>
/// <param name="OptionalFields">The names of the fields that are left out unless asked for.</param>
internal sealed record Selection(IReadOnlyList<string> Includes, IReadOnlyCollection<string> OptionalFields)
{
    /// <summary>What an included record gets: none of its own associations and no optional field.</summary>
    public static Selection None { get; } = new([], []);
}
