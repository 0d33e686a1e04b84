namespace Kantata.Coverage.Tests.List;

/// <summary>The form of a body that carries several at once.</summary>
internal sealed record ListedBulk
{
    /// <summary>What a user writes after the client: <c>Invoices.CreateManyAsync</c>.</summary>
    public required string Call { get; init; }

    /// <summary>The member of the body that holds the array.</summary>
    public required string Key { get; init; }

    /// <summary>How many fit in one request; null where no limit is published.</summary>
    public int? Max { get; init; }
}
