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

    /// <summary>For a filter that is switched on by <c>true</c>: whether the field must have a value or must have none.</summary>
    public bool? Present { get; init; }

    /// <summary>
    /// For a filter that shows what lists hide: records whose field has a value other than <c>false</c> are left out when it is
    /// switched off. Nothing is hidden here otherwise, so switched on it has no effect.
    /// </summary>
    public bool Shows { get; init; }

    /// <summary>For a filter that is a part of a text: the fields, one of which must have it, in whatever letters.</summary>
    public IReadOnlyList<string>? Contains { get; init; }

    /// <summary>Whether what the filter names is left out.</summary>
    public bool Excludes { get; init; }

    /// <summary>For a filter that is switched on by <c>true</c>: further rules, all of which must hold.</summary>
    public IReadOnlyList<FilterRule>? All { get; init; }

    /// <summary>Values of the filter that the field spells otherwise.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Whether it is a switch and not a value to compare with.</summary>
    public bool IsSwitch => Is is not null || IsNot is not null || All is not null || Present is not null || Shows;
}
