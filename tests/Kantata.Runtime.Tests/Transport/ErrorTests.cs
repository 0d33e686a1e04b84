using System.Net;
using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Transport;

public class ErrorTests
{
    [Theory]
    [InlineData(401, "oauth", typeof(KantataAuthenticationException))]
    [InlineData(403, "oauth", typeof(KantataPermissionException))]
    [InlineData(404, "system", typeof(KantataNotFoundException))]
    [InlineData(400, "validation", typeof(KantataValidationException))]
    [InlineData(422, "validation", typeof(KantataValidationException))]
    [InlineData(400, "system", typeof(KantataApiException))]
    [InlineData(422, "system", typeof(KantataApiException))]
    [InlineData(409, "system", typeof(KantataApiException))]
    [InlineData(429, "system", typeof(KantataRateLimitException))]
    [InlineData(500, "system", typeof(KantataUnavailableException))]
    [InlineData(503, "system", typeof(KantataUnavailableException))]
    public async Task Each_kind_of_refusal_is_an_exception_of_its_own(int status, string type, Type expected)
    {
        StubServer server = new StubServer().Answers($$"""{"errors": [{"type": "{{type}}", "message": "No."}]}""", (HttpStatusCode)status, requestId: "r-1");

        KantataApiException e = await Assert.ThrowsAnyAsync<KantataApiException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.IsType(expected, e);
        Assert.Equal(status, (int)e.StatusCode);
        Assert.Equal([new KantataError(type, "No.", null)], e.Errors);
        Assert.Equal(("GET", "/billing_milestones/42", "r-1"), (e.Method, e.Path, e.RequestId));
    }

    [Fact]
    public async Task The_message_says_what_was_asked_and_everything_the_server_says_is_wrong()
    {
        StubServer server = new StubServer().Answers(
            """{"errors": [{"type": "validation", "message": "can't be blank", "field": "title"}, {"type": "validation", "message": "is negative", "field": "amount_in_cents"}]}""",
            HttpStatusCode.UnprocessableEntity,
            requestId: "r-1");

        KantataValidationException e = await Assert.ThrowsAsync<KantataValidationException>(
            () => server.Client().BillingMilestones.UpdateAsync(42, new() { Title = "" }, q => q.Parameter("search", "private")));

        Assert.Equal("PUT /billing_milestones/42 was answered 422: title: can't be blank; amount_in_cents: is negative (request id r-1)", e.Message);
        Assert.Equal(["title", "amount_in_cents"], e.Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("amount_in_cents", "AmountInCents")]
    [InlineData("billing_milestone.title", "Title")]
    [InlineData("external_reference.service_name", "ExternalReference.ServiceName")]
    [InlineData("billing_milestone[external_references][1][service_model]", "ExternalReferences[1].ServiceModel")]
    [InlineData("external_references[1].set", "ExternalReferences[1].SetValue")]
    [InlineData("external_references[1]", "ExternalReferences[1]")]
    [InlineData("workspace", "WorkspaceId")]
    [InlineData("invoice_ids[0]", "InvoiceIds[0]")]
    [InlineData("invoice_ids[2]", null)]
    [InlineData("story_id", null)]
    [InlineData("external_references[2].service_model", null)]
    [InlineData("title.length", null)]
    [InlineData("base", null)]
    [InlineData("", null)]
    public async Task A_field_is_told_as_the_member_that_was_set(string field, string? member)
    {
        StubServer server = new StubServer().Answers(
            $$"""{"errors": [{"type": "validation", "message": "is wrong", "field": "{{field}}"}]}""", HttpStatusCode.UnprocessableEntity);

        KantataValidationException e = await Assert.ThrowsAsync<KantataValidationException>(() => server.Client().BillingMilestones.CreateAsync(new()
        {
            Title = "x",
            AmountInCents = 1,
            WorkspaceId = 10,
            ExternalReference = new() { ServiceName = "n" },
            ExternalReferences = [new() { ServiceName = "n" }, new() { ServiceModel = "m", SetValue = "s" }],
            InvoiceIds = [1, 2],
        }));

        Assert.Equal((field, member), (Assert.Single(e.Errors).Field, e.Errors[0].Member));
    }

    [Theory]
    [InlineData("references.first_one.set", "References[\"first_one\"].SetValue")]
    [InlineData("references.first_one", "References[\"first_one\"]")]
    [InlineData("references.second_one.set", null)]
    [InlineData("labels.some_label", "Labels")]
    public async Task The_way_to_a_field_leads_through_entries_and_ends_where_no_member_has_a_name(string field, string? member) =>
        Assert.Equal(member, await MemberOfAsync(field, kantata => kantata.Users.SetSkillsAsync(5, new()
        {
            References = new Dictionary<string, ExternalReferenceRequest> { ["first_one"] = new() { ServiceName = "n", SetValue = "s" } },
            Labels = new Dictionary<string, string> { ["some_label"] = "x" },
        })));

    [Theory]
    [InlineData("attachment[data]", "Data")]
    [InlineData("story", "StoryId")]
    [InlineData("attachment.extra.any_thing", "Extra")]
    [InlineData("filename", null)]
    [InlineData("base", null)]
    public async Task A_field_of_a_form_is_told_as_the_member_that_was_set(string field, string? member) =>
        Assert.Equal(member, await MemberOfAsync(field, kantata => kantata.Attachments.CreateAsync(new()
        {
            Data = KantataFile.FromBytes(new byte[] { 1 }, "a.txt"),
            StoryId = 7,
            WorkspaceId = 10,
            Extra = JsonDocument.Parse("""{"any_thing": 1}""").RootElement,
        })));

    [Fact]
    public async Task A_field_of_a_batch_is_told_with_its_item()
    {
        StubServer server = new StubServer().Answers(
            """{"errors": [{"type": "validation", "message": "is wrong", "field": "billing_milestones[1].title"}]}""", HttpStatusCode.UnprocessableEntity);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(
            [new() { Title = "a", AmountInCents = 1, WorkspaceId = 1 }, new() { Title = "b", AmountInCents = 1, WorkspaceId = 1 }]));

        Assert.Equal("[1].Title", Assert.Single(Assert.Single(e.Refused).Errors).Member);
    }

    [Theory]
    [InlineData("<html><h1>502 Bad Gateway</h1></html>", "text/html")]
    [InlineData("", "text/plain")]
    [InlineData("{\"errors\": [{\"message\"", "application/json")]
    [InlineData("{\"errors\": {}}", "application/json")]
    [InlineData("{\"errors\": null}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    public async Task Whatever_the_body_is_the_status_tells_what_happened(string body, string mediaType)
    {
        StubServer server = new StubServer().Answers(body, HttpStatusCode.BadGateway, mediaType: mediaType);

        KantataUnavailableException e = await Assert.ThrowsAsync<KantataUnavailableException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Empty(e.Errors);
        Assert.Null(e.RequestId);
    }

    [Theory]
    [InlineData("""{"errors": ["just text"]}""", null, "just text", null)]
    [InlineData("""{"errors": [{"message": null, "type": 3}]}""", "3", "no message", null)]
    [InlineData("""{"errors": [{"message": ["a"], "field": "x", "more": 1}]}""", null, "[\"a\"]", "x")]
    public async Task Errors_of_another_form_are_read_as_far_as_they_go(string body, string? type, string message, string? field)
    {
        StubServer server = new StubServer().Answers(body, HttpStatusCode.BadRequest);

        KantataApiException e = await Assert.ThrowsAsync<KantataApiException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal([new KantataError(type, message, field)], e.Errors);
    }

    [Fact]
    public async Task A_redirect_is_an_exception_that_names_the_host_and_no_more()
    {
        StubServer server = new StubServer().Answers(_ =>
        {
            HttpResponseMessage response = StubServer.Response("", HttpStatusCode.Found);
            response.Headers.Location = new Uri("https://elsewhere.test/login?token=abc");
            return response;
        });

        KantataApiException e = await Assert.ThrowsAsync<KantataApiException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal("GET /billing_milestones/42 was answered 302: a redirect to elsewhere.test, which is not followed.", e.Message);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_connection_exception()
    {
        StubServer server = new StubServer().Answers((HttpRequestMessage _) => throw new HttpRequestException("refused"));

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => server.Client().BillingMilestones.DeleteAsync(42));

        Assert.StartsWith("DELETE /billing_milestones/42 failed: refused", e.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(e.InnerException);
        Assert.Equal(("DELETE", "/billing_milestones/42"), (e.Method, e.Path));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_connection_exception_that_keeps_the_request_id()
    {
        await using LoopbackServer server = new("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Request-Id: r-1\r\nConnection: close\r\n\r\n{\"count\"");
        using KantataClient kantata = server.Client();

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => kantata.BillingMilestones.GetAsync(42));

        Assert.Equal("r-1", e.RequestId);
    }

    [Fact]
    public async Task A_refusal_whose_body_breaks_off_is_still_that_refusal()
    {
        await using LoopbackServer server = new("HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\nX-Request-Id: r-1\r\nConnection: close\r\n\r\n{\"errors\"");
        using KantataClient kantata = server.Client();

        KantataPermissionException e = await Assert.ThrowsAsync<KantataPermissionException>(() => kantata.BillingMilestones.GetAsync(42));

        Assert.Equal("r-1", e.RequestId);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_a_connection_exception(string encoding)
    {
        await using LoopbackServer server = new($"HTTP/1.1 200 OK\r\nContent-Length: 15\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n{{\"count\": 12345");
        using KantataClient kantata = server.Client();

        await Assert.ThrowsAsync<KantataConnectionException>(() => kantata.BillingMilestones.GetAsync(42));
    }

    [Fact]
    public async Task No_exception_holds_the_token_or_the_query()
    {
        StubServer server = new StubServer()
            .Answers("""{"errors": []}""", HttpStatusCode.Unauthorized)
            .Answers("nonsense")
            .Answers((HttpRequestMessage _) => throw new HttpRequestException("refused"))
            .Answers("""{"results": []}""");
        BillingMilestonesListQuery query = server.Client().BillingMilestones.List().Search("private");

        for (int i = 0; i < 4; i++)
        {
            KantataException e = await Assert.ThrowsAnyAsync<KantataException>(() => query.GetPageAsync(1));

            Assert.DoesNotContain("secret-token", e.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("private", e.ToString(), StringComparison.Ordinal);
            Assert.Equal("/billing_milestones", e.Path);
        }
    }

    private static async Task<string?> MemberOfAsync(string field, Func<KantataClient, Task> send)
    {
        StubServer server = new StubServer().Answers(
            $$"""{"errors": [{"type": "validation", "message": "is wrong", "field": "{{field}}"}]}""", HttpStatusCode.UnprocessableEntity);
        KantataValidationException e = await Assert.ThrowsAsync<KantataValidationException>(() => send(server.Client()));
        return Assert.Single(e.Errors).Member;
    }
}
