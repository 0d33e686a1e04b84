using System.Net;

namespace Kantata.Runtime;

/// <summary>Reads single pages of one list, and remembers which records it has given.</summary>
internal sealed class PageReader<T>
    where T : KantataEntity
{
    private readonly ListSource _source;
    private readonly QueryParameters _parameters;
    private readonly ReadContext? _shared;
    private readonly HashSet<KantataReference> _seen = [];

    public PageReader(ListSource source, QueryParameters parameters, bool sharesObjects)
    {
        _source = source;
        _parameters = parameters;
        _shared = sharesObjects ? EnvelopeReader.ContextFor(source.Operation, parameters, source.Connection) : null;
    }

    /// <summary>Fetches a page by its number, from 1.</summary>
    public Task<ReceivedPage<T>> FetchAsync(int page, int pageSize, CancellationToken cancellationToken) =>
        FetchAsync("page", page, "per_page", pageSize, page, pageSize, cancellationToken);

    /// <summary>Reads the records from a position on, from 0.</summary>
    /// <exception cref="UnreadableResponseException">Only one came where more are, so that none can overlap with the next.</exception>
    public async Task<ListPage<T>> ReadAtAsync(int offset, int limit, int page, CancellationToken cancellationToken)
    {
        ListPage<T> read = (await FetchAsync("offset", offset, "limit", limit, page, limit, cancellationToken).ConfigureAwait(false)).Read();
        return read.Page.Count != 1 || offset + 1 >= read.Page.TotalCount
            ? read
            : throw new UnreadableResponseException($"{_source.Operation.Method} {_source.Path} gives records one by one, so that pages cannot overlap.")
            {
                Method = _source.Operation.Method.Method,
                Path = _source.Path,
                StatusCode = HttpStatusCode.OK,
                MemberPath = "results",
            };
    }

    public bool HasGiven(KantataReference reference) => _seen.Contains(reference);

    /// <summary>What of a page was not given before.</summary>
    public Page<T> TakeNew(ListPage<T> received)
    {
        Page<T> page = received.Page;
        List<T>? rest = null;
        for (int i = 0; i < page.Count; i++)
        {
            if (!_seen.Add(received.References[i]))
            {
                rest ??= [.. page.Items.Take(i)];
            }
            else
            {
                rest?.Add(page[i]);
            }
        }

        return rest is null ? page : new Page<T>(rest, page.TotalCount, page.PageNumber, page.PageSize, page.PageCount);
    }

    private async Task<ReceivedPage<T>> FetchAsync(string place, int from, string size, int count, int page, int pageSize, CancellationToken cancellationToken)
    {
        ApiCall call = _source.Call(_parameters, place, from, size, count);
        ResponseBody body = await _source.Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (_shared is not null)
        {
            return new(body, body => EnvelopeReader.Read(body, _source.Operation, _shared).ToPage<T>(page, pageSize));
        }

        using (body)
        {
            return new(EnvelopeReader.Read(body, _source.Operation, _parameters, _source.Connection).ToPage<T>(page, pageSize));
        }
    }
}
