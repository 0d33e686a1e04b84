using Kantata;
using Kantata.Benchmarks.Decoding;
using Kantata.StartUp;

await Started.RunAsync(args, ReadOverHttpAsync, Prepare);

static async Task<int> ReadOverHttpAsync(Uri address)
{
    using KantataClient kantata = new(new KantataClientOptions { AccessToken = "token", BaseAddress = address });
    Page<Invoice> page = await kantata.Invoices.List().GetPageAsync(1);
    return page.Count;
}

static Func<int> Prepare(byte[] page) => new AnswerDecoder(page, PageContent.Billing).Decode;
