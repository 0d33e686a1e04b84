namespace Kantata.Coverage.Tests.Answers;

/// <summary>An entity that an answer is about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReferenceField">The field that a polymorphic association is led by; null where it has none.</param>
/// <param name="Reference">The collection that the association leads to; null where it has none.</param>
internal sealed record Subject(string Id, string? ReferenceField, string? Reference);
