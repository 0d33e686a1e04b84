using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace Kantata.Benchmarks.Paging;

/// <summary>Reads 50 pages of 50 ms each by a caller who does nothing else, with pages fetched ahead and without.</summary>
public class PagingBenchmark : IDisposable
{
    /// <summary>How many pages are read.</summary>
    public const int Pages = 50;

    private const int PageSize = 20;

    private readonly HttpClient _http = new(new SlowInvoices(Pages, PageSize, TimeSpan.FromMilliseconds(50)));
    private readonly KantataClient _kantata;

    /// <summary>Makes the list and a client for it.</summary>
    public PagingBenchmark() =>
        _kantata = new KantataClient(new KantataClientOptions { AccessToken = "token", BaseAddress = new Uri("https://slow.example/") }, _http);

    /// <summary>How many pages are under way ahead of the caller; 0 reads one after the other.</summary>
    [Params(0, 1, 2, 4, 8)]
    public int Prefetch { get; set; }

    /// <summary>Reads all pages.</summary>
    /// <returns>How many invoices came.</returns>
    /// <exception cref="InvalidOperationException">They did not come all, or not in order.</exception>
    [Benchmark]
    public async Task<int> ReadAllAsync()
    {
        int read = 0;
        await foreach (Invoice invoice in _kantata.Invoices.List().Parameter("per_page", PageSize.ToString(CultureInfo.InvariantCulture)).Prefetch(Prefetch))
        {
            if (invoice.Id != ++read)
            {
                throw new InvalidOperationException($"Invoice {invoice.Id} came as number {read}.");
            }
        }

        return read == Pages * PageSize ? read : throw new InvalidOperationException($"Only {read} invoices came.");
    }

    /// <summary>Ends the client.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _kantata.Dispose();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }
}
