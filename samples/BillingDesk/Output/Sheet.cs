namespace BillingDesk.Output;

/// <summary>A table to show.</summary>
internal sealed class Sheet(params Column[] columns)
{
    private readonly List<string[]> _rows = [];

    public IReadOnlyList<Column> Columns { get; } = columns;

    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params string?[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, Columns.Count);
        _rows.Add([.. cells.Select(cell => cell ?? "")]);
    }
}

/// <summary>A column of a <see cref="Sheet"/>.</summary>
/// <param name="Title">What it holds.</param>
/// <param name="IsAmount">Whether its cells are amounts, which stand at the right.</param>
internal sealed record Column(string Title, bool IsAmount = false);
