using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Kantata.Benchmarks.Decoding;
using Refit;

namespace Kantata.Benchmarks.Calls;

/// <summary>
/// Gets one invoice with its user, end to end over a stub: with all that the client does besides (trying again, slowing down, being
/// seen) switched on, beside a call written by hand and beside Refit.
/// </summary>
[Config(typeof(CallConfig))]
public class GetCall : IDisposable
{
    private static readonly byte[] _body = """
        {"count":1,"results":[{"key":"invoices","id":"7"}],"invoices":{"7":{"created_at":"2026-02-10T19:12:32-08:00","updated_at":"2026-02-11T08:00:00-08:00",
        "invoice_date":"2026-02-10","due_date":"2026-03-12","message":"Thank you","draft":false,"status":"not paid","balance_in_cents":1250000,"currency":"USD",
        "currency_symbol":"$","currency_base_unit":100,"payment_schedule":30,"tax_rate":8.25,"title":"Design","project_code":"HB","purchase_order":null,
        "user_id":"11","workspace_ids":["10"],"id":"7"}},"users":{"11":{"full_name":"Amber Field","email_address":"amber@example.com","headline":"Engineer",
        "state":"CA","id":"11"}},"meta":{"count":1,"page_count":1,"page_number":1,"page_size":1}}
        """u8.ToArray();

    private static readonly Uri _address = new("https://api.example/api/v1/");

    private readonly HttpClient _forClient = ClientOf("https://api.example/api/v1/");
    private readonly HttpClient _byHand = ClientOf("https://api.example/api/v1/");
    private readonly HttpClient _forRefit = ClientOf("https://api.example/api/v1");
    private readonly KantataClient _kantata;
    private readonly IInvoices _refit;

    /// <summary>Makes the three clients.</summary>
    public GetCall()
    {
        // As the HttpClient has it that the client makes for itself: a timeout of its own would only cut the client's short.
        _forClient.Timeout = Timeout.InfiniteTimeSpan;
        _kantata = new KantataClient(new KantataClientOptions { AccessToken = "token", BaseAddress = _address }, _forClient);
        _byHand.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        _forRefit.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        _refit = RestService.For<IInvoices>(_forRefit, new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions(PlainJson.Default.Options))));
    }

    /// <summary>The client.</summary>
    [Benchmark]
    public async Task<string?> Kantata() => (await _kantata.Invoices.GetAsync(7, q => q.IncludeUser())).User?.FullName;

    /// <summary>An HttpClient and System.Text.Json with generated code.</summary>
    [Benchmark(Baseline = true)]
    public async Task<string?> ByHand()
    {
        long id = 7;
        using HttpResponseMessage response = await _byHand.GetAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"invoices/{id}?include=user"), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        PlainPage page = (await JsonSerializer.DeserializeAsync(body, PlainJson.Default.PlainPage))!;
        PlainInvoice invoice = page.Invoices![page.Results![0].Id!];
        return page.Users![invoice.UserId!].FullName;
    }

    /// <summary>Refit with the same serializer.</summary>
    [Benchmark]
    public async Task<string?> RefitInterface()
    {
        PlainPage page = await _refit.GetAsync(7, "user", CancellationToken.None);
        PlainInvoice invoice = page.Invoices![page.Results![0].Id!];
        return page.Users![invoice.UserId!].FullName;
    }

    /// <summary>Ends the clients.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _kantata.Dispose();
        _forClient.Dispose();
        _byHand.Dispose();
        _forRefit.Dispose();
        GC.SuppressFinalize(this);
    }

    private static HttpClient ClientOf(string address) => new(new StubHandler(_body)) { BaseAddress = new Uri(address) };
}
