using System.Collections;

namespace Kantata;

/// <summary>One page of a list, in the server's order.</summary>
/// <typeparam name="T">The entity listed.</typeparam>
public sealed class Page<T> : IReadOnlyList<T>
{
    /// <summary>Makes a page; useful where a test stands in for the server.</summary>
    /// <param name="items">The objects of the page.</param>
    /// <param name="totalCount">How many objects the whole list has.</param>
    /// <param name="pageNumber">The number of this page, from 1.</param>
    /// <param name="pageSize">How many objects a full page has.</param>
    /// <param name="pageCount">How many pages the list has.</param>
    public Page(IReadOnlyList<T> items, int totalCount, int pageNumber, int pageSize, int pageCount)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
        TotalCount = totalCount;
        PageNumber = pageNumber;
        PageSize = pageSize;
        PageCount = pageCount;
    }

    /// <summary>The objects of this page.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>How many objects the whole list had when the page was read.</summary>
    public int TotalCount { get; }

    /// <summary>The number of this page, from 1.</summary>
    public int PageNumber { get; }

    /// <summary>How many objects a full page has.</summary>
    public int PageSize { get; }

    /// <summary>How many pages the list had when the page was read; 0 where it is empty.</summary>
    public int PageCount { get; }

    /// <summary>Whether a page follows this one.</summary>
    public bool HasNext => PageNumber < PageCount;

    /// <summary>How many objects this page has.</summary>
    public int Count => Items.Count;

    /// <summary>The object at a position of this page.</summary>
    public T this[int index] => Items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
