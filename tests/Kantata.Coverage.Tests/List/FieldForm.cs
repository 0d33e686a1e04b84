namespace Kantata.Coverage.Tests.List;

/// <summary>What a property of an answer holds.</summary>
internal enum FieldForm
{
    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary><see cref="long"/>.</summary>
    Long,

    /// <summary><see cref="decimal"/>.</summary>
    Decimal,

    /// <summary><see cref="bool"/>.</summary>
    Bool,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="DateTimeOffset"/>.</summary>
    Moment,

    /// <summary><see cref="Id{T}"/>, or a number or text where no fact tells whose id it is.</summary>
    Id,

    /// <summary>A list of <see cref="Id{T}"/>, or of numbers or texts where no fact tells whose ids they are.</summary>
    Ids,

    /// <summary>A member of an open set of values.</summary>
    Set,

    /// <summary>A list of <see cref="string"/>.</summary>
    Texts,

    /// <summary>A list of <see cref="long"/>.</summary>
    Longs,

    /// <summary>A map of <see cref="decimal"/>.</summary>
    Numbers,

    /// <summary><see cref="KantataReference"/>.</summary>
    Ref,

    /// <summary><see cref="System.Text.Json.JsonElement"/>, for what has several forms.</summary>
    Json,

    /// <summary>An object with members.</summary>
    Object,

    /// <summary>A list of objects with members.</summary>
    Objects,

    /// <summary>A map of objects with members.</summary>
    Map,
}
