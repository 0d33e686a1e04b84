namespace Kantata.Coverage.Tests.List;

/// <summary>What an operation answers.</summary>
internal sealed record ListedAnswer
{
    /// <summary>The form.</summary>
    public required AnswerForm As { get; init; }

    /// <summary>The collection of the subject, for a page, one or many entities.</summary>
    public string? In { get; init; }

    /// <summary>The entity, for a page, one or many entities.</summary>
    public string? Of { get; init; }

    /// <summary>The subject's id where it is not a plain number.</summary>
    public string? Id { get; init; }

    /// <summary>The members of an answer that is no entity.</summary>
    public IReadOnlyList<ListedField> Fields { get; init; } = [];

    /// <summary>The member that holds the ids of an answer that is nothing else.</summary>
    public string? Ids { get; init; }
}
