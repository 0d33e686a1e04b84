using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Web;

namespace Kantata.Benchmarks.Paging;

/// <summary>A list of invoices in this process, each page of which takes its time to come.</summary>
internal sealed class SlowInvoices : HttpMessageHandler
{
    private readonly TimeSpan _latency;
    private readonly byte[][] _pages;

    /// <param name="pages">How many pages there are.</param>
    /// <param name="pageSize">How many invoices are on each.</param>
    /// <param name="latency">How long each takes.</param>
    public SlowInvoices(int pages, int pageSize, TimeSpan latency)
    {
        _latency = latency;
        _pages = [.. Enumerable.Range(0, pages).Select(page => Encoding.UTF8.GetBytes(Answer(page, pages, pageSize)))];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(_latency, cancellationToken).ConfigureAwait(false);
        int page = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["page"]!, CultureInfo.InvariantCulture);
        ByteArrayContent content = new(_pages[page - 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }

    private static string Answer(int page, int pages, int pageSize)
    {
        int count = pages * pageSize;
        IEnumerable<int> ids = Enumerable.Range(page * pageSize + 1, pageSize);
        string results = string.Join(',', ids.Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"key":"invoices","id":"{{id}}"}""")));
        string invoices = string.Join(',', ids.Select(id => string.Create(CultureInfo.InvariantCulture, $$"""
            "{{id}}":{"id":"{{id}}","title":"Invoice {{id}}","invoice_date":"2026-03-31","currency":"USD","status":"accepted payment","balance_in_cents":{{id * 100}}}
            """)));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"count":{{count}},"results":[{{results}}],"invoices":{{{invoices}}},"meta":{"count":{{count}},"page_count":{{pages}},"page_number":{{page + 1}},"page_size":{{pageSize}} } }
            """);
    }
}
