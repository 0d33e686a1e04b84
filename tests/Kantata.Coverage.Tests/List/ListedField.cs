using System.Text.Json;

namespace Kantata.Coverage.Tests.List;

/// <summary>A field of an answer: a sample of its JSON, and what has to be read from it.</summary>
internal sealed record ListedField
{
    /// <summary>The API's name.</summary>
    public required string N { get; init; }

    /// <summary>The property, where it is not named as the rule says.</summary>
    public string? Member { get; init; }

    /// <summary>What type of value the property has to hold; null where the facts do not tell.</summary>
    public FieldForm? Is { get; init; }

    /// <summary>The type whose id or ids it holds; null where the facts do not tell.</summary>
    public string? Of { get; init; }

    /// <summary>The documented values of a set.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The JSON of a field without <see cref="Fields"/>.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The value that has to be read from it, in the invariant culture; several are parted by commas.</summary>
    public string? Text { get; init; }

    /// <summary>The fields of an object, of the objects of an array, or of those of a map.</summary>
    public IReadOnlyList<ListedField> Fields { get; init; } = [];

    /// <summary>The association with which alone the field comes; null where it always comes.</summary>
    public string? When { get; init; }

    /// <summary>Whether the field comes only when it is asked for.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether the field comes only with an association or when it is asked for.</summary>
    public bool MustBeAskedFor => When is not null || Optional;
}
