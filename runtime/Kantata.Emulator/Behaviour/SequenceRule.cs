namespace Kantata.Emulator.Behaviour;

/// <summary>A number that the server counts: a new record whose request leaves it out gets the next one.</summary>
/// <param name="Collection">The collection whose records are numbered.</param>
/// <param name="Field">The field that holds the number.</param>
/// <param name="Operation">The operation that tells the next number.</param>
/// <param name="Member">The member of that operation's response that holds it.</param>
internal sealed record SequenceRule(string Collection, string Field, string Operation, string Member);
