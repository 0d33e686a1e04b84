using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kantata.Benchmarks.Decoding;
using Kantata.StartUp;

await Started.RunAsync(args, ReadOverHttpAsync, page => () => JsonSerializer.Deserialize(page, PlainJson.Default.PlainPage)!.Results!.Count);

static async Task<int> ReadOverHttpAsync(Uri address)
{
    using HttpClient http = new();
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
    PlainPage? page = await http.GetFromJsonAsync(new Uri(address, "invoices?page=1&per_page=200"), PlainJson.Default.PlainPage);
    return page!.Results!.Count;
}
