using Kantata.Benchmarks.Decoding;
using Refit;

namespace Kantata.Benchmarks.Calls;

/// <summary>The call as one would describe it to Refit.</summary>
internal interface IInvoices
{
    [Get("/invoices/{id}")]
    Task<PlainPage> GetAsync(long id, string include, CancellationToken cancellationToken);
}
