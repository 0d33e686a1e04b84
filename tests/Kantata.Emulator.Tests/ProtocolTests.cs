using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class ProtocolTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic emulator-access-token")]
    public async Task Without_the_token_nothing_is_answered(string? authorization)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        Answer answer = await caller.GetAsync("invoices");

        Assert.Equal(401, answer.Status);
        Assert.StartsWith("oauth - ", answer.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_can_be_chosen()
    {
        await using Caller caller = await Caller.StartAsync(configure: options => options.AccessToken = "of my own");

        Assert.Equal("of my own", caller.Server.AccessToken);
        Assert.Equal(200, (await caller.GetAsync("invoices")).Status);
    }

    [Theory]
    [InlineData("GET", "invoices/4711")]
    [InlineData("GET", "unheard_of")]
    [InlineData("PATCH", "invoices/1")]
    [InlineData("GET", "/invoices")]
    [InlineData("GET", "/")]
    public async Task What_is_not_there_is_answered_with_404(string method, string path)
    {
        await using Caller caller = await Caller.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);

        using HttpResponseMessage response = await caller.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        JsonElement error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        Assert.Equal("system", error.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("invoices", true)]
    [InlineData("invoices/4711", true)]
    [InlineData("invoices", false)]
    public async Task Every_response_has_a_request_id_of_its_own(string path, bool isAuthorized)
    {
        await using Caller caller = await Caller.StartAsync();
        if (!isAuthorized)
        {
            caller.Http.DefaultRequestHeaders.Authorization = null;
        }

        using HttpResponseMessage first = await caller.Http.GetAsync(path);
        using HttpResponseMessage second = await caller.Http.GetAsync(path);

        Assert.NotEqual(first.Headers.GetValues("X-Request-Id").Single(), second.Headers.GetValues("X-Request-Id").Single());
    }

    [Fact]
    public async Task The_address_is_on_the_loopback_and_ends_with_a_slash()
    {
        await using Caller caller = await Caller.StartAsync();

        Assert.Equal("127.0.0.1", caller.Server.BaseAddress.Host);
        Assert.Equal("/api/v1/", caller.Server.BaseAddress.AbsolutePath);
    }

    [Fact]
    public async Task Requests_are_logged_before_they_are_answered()
    {
        await using Caller caller = await Caller.StartAsync("""{ "workspaces": { "10": {} } }""");

        await caller.GetAsync("invoices?workspace_id=10,20&page=2");
        await caller.PutAsync("invoices/4711/cancel");
        await caller.PostAsync("billing_milestones", """{ "billing_milestone": {} }""");
        IReadOnlyList<ReceivedRequest> requests = caller.Server.Requests;

        Assert.Equal(["GET /invoices?workspace_id=10,20&page=2 → 200", "PUT /invoices/4711/cancel → 404", "POST /billing_milestones → 422"], requests.Select(request => request.ToString()));
        Assert.Equal("10,20", requests[0].Query["workspace_id"]);
        Assert.Equal("?workspace_id=10,20&page=2", requests[0].QueryString);
        Assert.Equal("/invoices/4711/cancel", requests[1].Path);
        Assert.Equal("", requests[1].Body);
        Assert.Equal("POST", requests[2].Method);
        Assert.Equal("""{ "billing_milestone": {} }""", requests[2].Body);
        Assert.Equal(422, requests[2].Status);
    }

    [Fact]
    public async Task The_log_of_a_delete_is_there_when_its_answer_is()
    {
        await using Caller caller = await Caller.StartAsync(
            $$"""{ "invoices": [ {{string.Join(",", Enumerable.Range(1, 50).Select(id => $$"""{ "id": {{id}} }"""))}} ] }""");

        for (int id = 1; id <= 50; id++)
        {
            await caller.DeleteAsync($"invoices/{id}");
            Assert.Equal($"DELETE /invoices/{id} → 204", caller.Server.Requests[^1].ToString());
        }
    }

    [Fact]
    public async Task A_cleared_log_begins_anew_and_a_list_that_was_taken_stays()
    {
        await using Caller caller = await Caller.StartAsync();
        await caller.GetAsync("invoices");
        IReadOnlyList<ReceivedRequest> taken = caller.Server.Requests;

        caller.Server.ClearRequests();
        await caller.GetAsync("stories");

        Assert.Equal("/invoices", taken.Single().Path);
        Assert.Equal("/stories", caller.Server.Requests.Single().Path);
    }

    [Fact]
    public async Task Several_emulators_know_nothing_of_each_other()
    {
        await using Caller one = await Caller.StartAsync("""{ "invoices": { "1": {} } }""");
        await using Caller other = await Caller.StartAsync();

        Assert.Equal(1, (await one.GetAsync("invoices")).Count);
        Assert.Equal(0, (await other.GetAsync("invoices")).Count);
        Assert.Empty(other.Server.Requests.Skip(1));
    }

    [Fact]
    public async Task A_stopped_emulator_answers_no_more_and_frees_its_port()
    {
        Caller caller = await Caller.StartAsync();
        int port = caller.Server.BaseAddress.Port;
        await caller.DisposeAsync();

        await using Caller next = await Caller.StartAsync(configure: options => options.Port = port);

        Assert.Equal(port, next.Server.BaseAddress.Port);
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        await using Caller caller = await Caller.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => Caller.StartAsync(configure: options => options.Port = caller.Server.BaseAddress.Port));
    }
}
