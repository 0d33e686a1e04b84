using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>What makes a field of a request required.</summary>
/// <param name="Kind">How the fields are looked at.</param>
/// <param name="Fields">The fields looked at, siblings of the one that becomes required.</param>
/// <param name="Value">The value compared with; null unless the kind compares.</param>
public sealed record Condition(ConditionKind Kind, EquatableArray<string> Fields, string? Value);

/// <summary>The conditions that documents state.</summary>
public enum ConditionKind
{
    /// <summary>The one field has the value.</summary>
    Equals,

    /// <summary>The one field has another value or none.</summary>
    NotEquals,

    /// <summary>The one field is given.</summary>
    Present,

    /// <summary>The one field is not given.</summary>
    Absent,

    /// <summary>None of the other fields, of which one must be there, is given.</summary>
    AtLeastOneOf,
}
