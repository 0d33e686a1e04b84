using System.Net.Http.Headers;
using Kantata.StartUp;

await Started.RunAsync(args, ReadOverHttpAsync, page => () => page.Length);

static async Task<int> ReadOverHttpAsync(Uri address)
{
    using HttpClient http = new();
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
    byte[] page = await http.GetByteArrayAsync(new Uri(address, "invoices?page=1&per_page=200"));
    return page.Length;
}
