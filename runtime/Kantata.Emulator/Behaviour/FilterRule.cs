using System.Text.Json;

namespace Kantata.Emulator.Behaviour;

/// <summary>What a filter means.</summary>
internal sealed record FilterRule
{
    /// <summary>The field that it looks at; null where its name says so.</summary>
    public string? Field { get; init; }

    /// <summary>
    /// For a filter that is switched on by <c>true</c>: the values that the field must have one of. Switched off it has no effect.
    /// </summary>
    public IReadOnlyList<JsonElement>? Is { get; init; }

    /// <summary>For a filter that is switched on by <c>true</c>: the values that the field must have none of.</summary>
    public IReadOnlyList<JsonElement>? IsNot { get; init; }

    /// <summary>For a filter that is switched on by <c>true</c>: further rules, all of which must hold.</summary>
    public IReadOnlyList<FilterRule>? All { get; init; }

    /// <summary>Values of the filter that the field spells otherwise.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Whether it is a switch and not a value to compare with.</summary>
    public bool IsSwitch => Is is not null || IsNot is not null || All is not null;
}
