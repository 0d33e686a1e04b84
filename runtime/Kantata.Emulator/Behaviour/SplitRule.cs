namespace Kantata.Emulator.Behaviour;

/// <summary>Parts a record that lasts from day to day: it ends the day before, and a copy of it lasts from then on.</summary>
/// <param name="At">The parameter that tells the first day of the copy.</param>
/// <param name="Start">The field that holds the first day.</param>
/// <param name="End">The field that holds the last day.</param>
internal sealed record SplitRule(string At, string Start, string End);
