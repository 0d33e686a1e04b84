using System.Text.Json;
using Kantata;
using Kantata.StartUp;

await Started.RunAsync(args, ReadOverHttpAsync, page => () => page.Length);

static async Task<int> ReadOverHttpAsync(Uri address)
{
    using KantataClient kantata = new(new KantataClientOptions { AccessToken = "token", BaseAddress = address });
    JsonElement answer = await kantata.SendAsync(HttpMethod.Get, "invoices?page=1&per_page=200");
    return (int)answer.ValueKind;
}
