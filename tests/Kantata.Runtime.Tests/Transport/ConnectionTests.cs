using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Transport;

public class ConnectionTests
{
    private const string Milestone = """{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {"title": "Sign-off"}}}""";

    [Fact]
    public async Task Every_request_carries_the_token_and_says_who_asks()
    {
        StubServer server = new StubServer().Answers(Milestone);

        await server.Client().BillingMilestones.GetAsync(42);

        Assert.Equal("Bearer secret-token", server.Only.Header("Authorization"));
        Assert.Equal("application/json", server.Only.Header("Accept"));
        Assert.StartsWith("kantata-dotnet/", server.Only.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Null(server.Only.Body);
    }

    [Theory]
    [InlineData("https://api.test", "/billing_milestones/42")]
    [InlineData("https://api.test/v9", "/v9/billing_milestones/42")]
    [InlineData("https://api.test/v9/", "/v9/billing_milestones/42")]
    public async Task Paths_stand_behind_the_base_address(string baseAddress, string path)
    {
        StubServer server = new StubServer().Answers(Milestone);

        await server.Client(options => options.BaseAddress = new Uri(baseAddress)).BillingMilestones.GetAsync(42);

        Assert.Equal(("api.test", path), (server.Only.Host, server.Only.Path));
    }

    [Theory]
    [InlineData("42:percent_complete", "/v1/billing_milestones/42%3Apercent_complete")]
    [InlineData("a/../b?c#d e", "/v1/billing_milestones/a%2F..%2Fb%3Fc%23d%20e")]
    public async Task Ids_are_one_segment_of_the_path_whatever_they_hold(string id, string path)
    {
        StubServer server = new StubServer().Answers(Milestone);

        await server.Client().BillingMilestones.GetAsync((Id<BillingMilestone>)id);

        Assert.Equal(path, server.Only.Path);
    }

    [Fact]
    public async Task An_id_that_would_lead_to_another_path_is_refused()
    {
        StubServer server = new();
        BillingMilestonesClient milestones = server.Client().BillingMilestones;

        await Assert.ThrowsAsync<ArgumentException>(() => milestones.DeleteAsync(default));
        await Assert.ThrowsAsync<ArgumentException>(() => milestones.DeleteAsync((Id<BillingMilestone>)"."));
        await Assert.ThrowsAsync<ArgumentException>(() => milestones.DeleteAsync((Id<BillingMilestone>)".."));
        Assert.Empty(server.Received);
    }

    [Fact]
    public void A_path_takes_as_many_arguments_as_it_has_places()
    {
        Operation operation = new("GET", "/a/{id}/b/{other_id}.csv");

        Assert.Equal("/a/1/b/2.csv", operation.PathWith(["1", "2"]));
        Assert.Throws<ArgumentException>(() => operation.PathWith(["1"]));
        Assert.Throws<ArgumentException>(() => new Operation("GET", "/a/{id"));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, """{"success": true}""")]
    [InlineData(HttpStatusCode.OK, "<html></html>")]
    public async Task What_a_delete_answers_is_not_read(HttpStatusCode status, string body)
    {
        StubServer server = new StubServer().Answers(body, status);

        await server.Client().BillingMilestones.DeleteAsync(42);

        Assert.Equal(("DELETE", "/v1/billing_milestones/42"), (server.Only.Method, server.Only.Path));
    }

    [Fact]
    public async Task Answers_that_are_no_envelope_are_read_as_what_they_are()
    {
        StubServer server = new StubServer()
            .Answers("""{"next_invoice_number": "1007"}""")
            .Answers("""[{"next_invoice_number": "1007"}, {"next_invoice_number": 1008}]""")
            .Answers("""{"results": [{"key": "invoices", "id": "2"}, {"key": "invoices", "id": "1"}], "invoices": {"1": {"title": "One"}, "2": {"title": "Two"}}}""")
            .Answers("""{"sent": [1]}""")
            .Answers("", HttpStatusCode.NoContent);
        InvoicesClient invoices = server.Client().Invoices;

        Assert.Equal("1007", (await invoices.GetNextInvoiceNumberAsync()).Number);
        Assert.Equal(["1007", "1008"], (await invoices.GetNumbersAsync(7, "x")).Select(next => next.Number));
        Assert.Equal(["Two", "One"], (await invoices.MarkAsPaidAsync()).Select(invoice => invoice.Title));
        Assert.Equal("[1]", (await invoices.ResendAsync(7)).GetProperty("sent").GetRawText());
        Assert.Equal(JsonValueKind.Undefined, (await invoices.ResendAsync(7)).ValueKind);
        Assert.Equal(
            ["/v1/invoices/next_invoice_number", "/v1/invoices/7/numbers/x", "/v1/invoices/paid", "/v1/invoices/7/resend", "/v1/invoices/7/resend"],
            server.Received.Select(request => request.Path));
    }

    [Fact]
    public async Task Answers_that_are_not_what_was_said_are_refused()
    {
        StubServer server = new StubServer().Answers("[]").Answers("null").Answers("{}").Answers("[[]]").Answers("{").Answers("");
        InvoicesClient invoices = server.Client().Invoices;

        await Assert.ThrowsAsync<UnreadableResponseException>(() => invoices.GetNextInvoiceNumberAsync());
        await Assert.ThrowsAsync<UnreadableResponseException>(() => invoices.GetNextInvoiceNumberAsync());
        await Assert.ThrowsAsync<UnreadableResponseException>(() => invoices.GetNumbersAsync(7, "x"));
        Assert.Equal("[0]", (await Assert.ThrowsAsync<UnreadableResponseException>(() => invoices.GetNumbersAsync(7, "x"))).MemberPath);
        await Assert.ThrowsAsync<UnreadableResponseException>(() => invoices.ResendAsync(7));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => invoices.GetNextInvoiceNumberAsync());
    }

    [Fact]
    public async Task A_file_is_given_as_it_comes()
    {
        MemoryStream file = new([1, 2, 3]);
        StubServer server = new StubServer().Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(file) });

        byte[] read = new byte[4];
        await using (Stream stream = await server.Client().Invoices.DownloadAsync(7))
        {
            Assert.Equal(0, file.Position);
            Assert.Equal(3, await stream.ReadAtLeastAsync(read, 4, throwOnEndOfStream: false));
        }

        Assert.Equal([1, 2, 3, 0], read);
        Assert.False(file.CanRead);
        Assert.Equal(("/v1/invoices/7.pdf", "*/*"), (server.Only.Path, server.Only.Header("Accept")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_exception()
    {
        StubServer server = new StubServer().Answers("", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<KantataNotFoundException>(() => server.Client().Invoices.DownloadAsync(7));
    }

    [Fact]
    public async Task Any_operation_can_be_sent()
    {
        StubServer server = new StubServer().Answers("""{"a": [1]}""");
        using StringContent content = new("{\"x\":1}", Encoding.UTF8, "application/json");

        JsonElement answer = await server.Client().SendAsync(
            HttpMethod.Post, "/new_things", [new("q", "a b&c"), new("list", "1,2")], content, CancellationToken.None);

        Assert.Equal("[1]", answer.GetProperty("a").GetRawText());
        Assert.Equal(("POST", "/v1/new_things", "q=a%20b%26c&list=1,2", "{\"x\":1}"), (server.Only.Method, server.Only.Path, server.Only.Query, server.Only.Body));
        Assert.Equal("{\"x\":1}", await content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("//elsewhere.test/x")]
    [InlineData("https://elsewhere.test/x")]
    [InlineData("@elsewhere.test/x")]
    [InlineData("\\\\elsewhere.test/x")]
    [InlineData("/../../../x")]
    public async Task No_path_leads_to_another_host(string path)
    {
        StubServer server = new StubServer().Answers("{}");

        await server.Client().SendAsync(HttpMethod.Get, path);

        Assert.Equal("api.test", server.Only.Host);
    }

    [Fact]
    public async Task A_path_may_bring_its_own_query_which_exceptions_do_not_name()
    {
        StubServer server = new StubServer().Answers("", HttpStatusCode.NotFound);

        KantataNotFoundException e = await Assert.ThrowsAsync<KantataNotFoundException>(
            () => server.Client().SendAsync(HttpMethod.Get, "/x?search=private", [new("a", "1")]));

        Assert.Equal("search=private&a=1", server.Only.Query);
        Assert.Equal("/x", e.Path);
        Assert.DoesNotContain("private", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_HttpClient_is_left_as_it_is()
    {
        StubServer server = new StubServer().Answers(Milestone);
        using HttpClient http = new(server) { BaseAddress = new Uri("https://other.test/"), Timeout = TimeSpan.FromSeconds(7) };
        http.DefaultRequestHeaders.Add("X-Mine", "1");

        using (KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", BaseAddress = new Uri("https://api.test/") }, http))
        {
            await kantata.BillingMilestones.GetAsync(42);
        }

        Assert.False(server.IsDisposed);
        Assert.Equal(new Uri("https://other.test/"), http.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(7), http.Timeout);
        Assert.Equal(["X-Mine"], http.DefaultRequestHeaders.Select(header => header.Key));
        Assert.Equal(("api.test", "1"), (server.Only.Host, server.Only.Header("X-Mine")));
    }

    [Fact]
    public async Task A_client_of_its_own_connections_reads_compressed_answers_and_ends_with_them()
    {
        using MemoryStream compressed = new();
        await using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Milestone));
        }

        byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {compressed.Length}\r\nConnection: close\r\n\r\n");
        await using LoopbackServer server = new([.. head, .. compressed.ToArray()]);
        KantataClient kantata = server.Client();

        Assert.Equal("Sign-off", (await kantata.BillingMilestones.GetAsync(42)).Title);
        Assert.Contains("Accept-Encoding: gzip, br", Assert.Single(server.Received), StringComparison.Ordinal);
        kantata.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => kantata.BillingMilestones.GetAsync(42));
    }

    [Fact]
    public async Task Many_threads_may_use_one_client()
    {
        StubServer server = new();
        KantataClient kantata = server.Client();
        for (int i = 0; i < 64; i++)
        {
            server.Answers(Milestone);
        }

        BillingMilestone[] read = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => kantata.BillingMilestones.GetAsync(42))));

        Assert.All(read, milestone => Assert.Equal("Sign-off", milestone.Title));
    }

    [Fact]
    public async Task Substitutes_can_be_made_and_say_so_when_they_are_used_for_real()
    {
        SubstituteClient kantata = new();

        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => kantata.Invoices);

        Assert.Contains("SubstituteClient", e.Message, StringComparison.Ordinal);
        Assert.Equal("Sign-off", (await kantata.BillingMilestones.GetAsync(42)).Title);
        Assert.Throws<InvalidOperationException>(() => kantata.BillingMilestones.List());
        kantata.Dispose();
    }

    [Fact]
    public void An_address_that_cannot_be_is_refused()
    {
        BillingMilestonesListQuery query = new StubServer().Answers("{}").Client(options => options.BaseAddress = new Uri("https://api.test/")).BillingMilestones.List();
        IEnumerable<string> values = Enumerable.Repeat(new string('x', 1000), 199);

        Task<Page<BillingMilestone>> reading = query.ExternalReferenceServiceModelRefs(values).GetPageAsync(1);

        // How long an address may be depends on the version of .NET; that nothing is lost on the way does not.
        Assert.True(reading.Exception?.InnerException is ArgumentException or UnreadableResponseException);
    }

    private sealed class SubstituteClient : KantataClient
    {
        public override BillingMilestonesClient BillingMilestones { get; } = new SubstituteMilestones();
    }

    private sealed class SubstituteMilestones : BillingMilestonesClient
    {
        public override Task<BillingMilestone> GetAsync(Id<BillingMilestone> id, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new BillingMilestone { Id = id, Title = "Sign-off" });
    }
}
