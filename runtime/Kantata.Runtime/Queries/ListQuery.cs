using System.Globalization;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// A list of objects. Nothing is sent until it is enumerated or a page is asked for. Enumerating it gives the objects of all
/// pages in the server's order, each object once, with the next page fetched while the caller works on the last.
/// </summary>
/// <typeparam name="TSelf">The query itself.</typeparam>
/// <typeparam name="T">The entity listed.</typeparam>
public abstract class ListQuery<TSelf, T> : Query<TSelf>, IAsyncEnumerable<T>
    where TSelf : ListQuery<TSelf, T>
    where T : KantataEntity
{
    private const int LargestPage = 200;

    /// <summary>Makes a list of its source and parameters.</summary>
    protected ListQuery(ListSource source, QueryParameters parameters)
        : base(parameters) => Source = source;

    /// <summary>Where the list comes from.</summary>
    protected ListSource Source { get; }

    /// <summary>Reads the objects of all pages.</summary>
    /// <exception cref="KantataException">A page could not be had.</exception>
    public virtual IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ListReader.ReadAllAsync<T>(Source, Parameters, EnumerationPageSize(), cancellationToken);

    /// <summary>Reads one page.</summary>
    /// <param name="page">The number of the page, from 1.</param>
    /// <param name="pageSize">How many objects a page has, from 1 to 200.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="page"/> or <paramref name="pageSize"/> is out of range.</exception>
    /// <exception cref="KantataException">The page could not be had.</exception>
    public virtual Task<Page<T>> GetPageAsync(int page, int pageSize = LargestPage, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        CheckPageSize(pageSize);
        return ReadPageAsync(page, pageSize, cancellationToken);
    }

    private protected override void CheckParameter(string name, string value)
    {
        if (name is "page" or "limit" or "offset")
        {
            throw new ArgumentException($"The pages of a list are its own matter, so \"{name}\" cannot be set; GetPageAsync reads one page.", nameof(name));
        }

        if (name == "per_page")
        {
            CheckPageSize(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int pageSize) ? pageSize : 0);
        }
    }

    private async Task<Page<T>> ReadPageAsync(int page, int pageSize, CancellationToken cancellationToken) =>
        (await ListReader.ReadPageAsync<T>(Source, Parameters, page, pageSize, cancellationToken).ConfigureAwait(false)).Page;

    private int EnumerationPageSize() =>
        Parameters.Find("per_page") is { } pageSize ? int.Parse(pageSize, CultureInfo.InvariantCulture) : LargestPage;

    private static void CheckPageSize(int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, LargestPage);
    }
}
