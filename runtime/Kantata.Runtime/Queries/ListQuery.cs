using System.Globalization;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// A list of objects. Nothing is sent until it is enumerated or something is asked of it. Enumerating it gives the objects of all
/// pages in the server's order, each object once, with the next page fetched while the caller works on the last.
/// </summary>
/// <remarks>
/// A list may change while it is read. What is added is not missed where the order is stable (by creation, ascending, or by id).
/// What is removed cannot be seen: records behind it slide onto a page that was read already, and
/// are missed. <see cref="GuardAgainstRemovals"/> reads so that they are not.
/// </remarks>
/// <typeparam name="TSelf">The query itself.</typeparam>
/// <typeparam name="T">The entity listed.</typeparam>
public abstract class ListQuery<TSelf, T> : Query<TSelf>, IAsyncEnumerable<T>
    where TSelf : ListQuery<TSelf, T>
    where T : KantataEntity
{
    private const int LargestPage = 200;
    private const int LargestPrefetch = 32;

    /// <summary>Makes a list of all that its source has.</summary>
    protected ListQuery(ListSource source) => Source = source;

    /// <summary>Where the list comes from.</summary>
    protected ListSource Source { get; }

    /// <summary>Fetches pages ahead while the caller works, several at a time. The pages keep the server's order. The default is 1.</summary>
    /// <remarks>
    /// Besides the page that the caller works on, so many pages are held in memory at most. Nothing is fetched ahead before the first page has told
    /// how many there are, and nothing more once the caller breaks out. Pages that are under way together cannot see what is removed meanwhile:
    /// records may then be missed, or slide past one another. In an order that is not stable they may miss what is added too.
    /// </remarks>
    /// <param name="pages">How many pages are under way at once, from 0 (each page is fetched when the caller needs it) to 32.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is out of range.</exception>
    public TSelf Prefetch([Bounds(0, LargestPrefetch)] int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages, LargestPrefetch);
        return With(Parameters.WithReading(Parameters.Reading with { Prefetch = pages }));
    }

    /// <summary>
    /// Gives one object for one id, also where several pages bring it, with whatever the last of them said of it. All objects of the
    /// list stay in memory as long as any of them is used.
    /// </summary>
    public TSelf OneObjectPerId() => With(Parameters.WithReading(Parameters.Reading with { SharesObjects = true }));

    /// <summary>
    /// Misses no record of a stable order though others are removed while the list is read. Pages are read one after the other, none ahead,
    /// and overlap by one record; where the overlap differs the reading steps back. It takes a few more requests, and time.
    /// </summary>
    public TSelf GuardAgainstRemovals() => With(Parameters.WithReading(Parameters.Reading with { GuardsAgainstRemovals = true }));

    /// <summary>Reads the objects of all pages.</summary>
    /// <exception cref="KantataException">A page could not be had. What was given before it stands.</exception>
    public virtual IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ListReader.ReadAllAsync<T>(Source, Parameters, EnumerationPageSize(), cancellationToken);

    /// <summary>
    /// Reads all pages. An object that a page before has brought is left out, and a page of nothing else too, so that a page may have fewer objects than
    /// the server gave.
    /// </summary>
    /// <exception cref="KantataException">A page could not be had.</exception>
    public virtual IAsyncEnumerable<Page<T>> AsPages() =>
        ListReader.ReadPagesAsync<T>(Source, Parameters, EnumerationPageSize(), CancellationToken.None);

    /// <summary>Reads all objects into a list.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="KantataException">A page could not be had.</exception>
    public virtual async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        List<T> all = [];
        await foreach (T item in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>Reads the first object; null where there is none. It is one request for one object.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="KantataException">It could not be had.</exception>
    public virtual async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        Page<T> page = await ListReader.ReadPageAsync<T>(Source, Parameters, page: 1, pageSize: 1, cancellationToken).ConfigureAwait(false);
        return page.Count > 0 ? page[0] : null;
    }

    /// <summary>Asks how many objects the list has. It is one small request.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="KantataException">It could not be had.</exception>
    public virtual async Task<int> CountAsync(CancellationToken cancellationToken = default)
    {
        Page<T> page = await ListReader.ReadPageAsync<T>(Source, Parameters.WithoutExtras(), page: 1, pageSize: 1, cancellationToken).ConfigureAwait(false);
        return page.TotalCount;
    }

    /// <summary>Reads one page.</summary>
    /// <param name="page">The number of the page, from 1.</param>
    /// <param name="pageSize">How many objects a page has, from 1 to 200.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="page"/> or <paramref name="pageSize"/> is out of range.</exception>
    /// <exception cref="KantataException">The page could not be had.</exception>
    public virtual Task<Page<T>> GetPageAsync([Bounds(1, int.MaxValue)] int page, [Bounds(1, LargestPage)] int pageSize = LargestPage, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        CheckPageSize(pageSize);
        return ListReader.ReadPageAsync<T>(Source, Parameters, page, pageSize, cancellationToken);
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

    private int EnumerationPageSize() =>
        Parameters.Find("per_page") is { } pageSize ? int.Parse(pageSize, CultureInfo.InvariantCulture) : LargestPage;

    private static void CheckPageSize(int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, LargestPage);
    }
}
