using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Kantata.Emulator.Tests.OAuth;

public sealed class TokenTests
{
    [Fact]
    public async Task A_code_is_exchanged_for_the_token_that_the_api_lets_in()
    {
        await using Applicant applicant = await Applicant.StartAsync(options => options.AccessToken = "t-1");

        (HttpStatusCode status, JsonElement json) = await applicant.ExchangeAsync(await applicant.GetCodeAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"access_token":"t-1","token_type":"bearer"}""", json.GetRawText());
        using HttpClient http = new() { BaseAddress = applicant.Server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("invoices")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_exchanged_once()
    {
        await using Applicant applicant = await Applicant.StartAsync();
        string code = await applicant.GetCodeAsync();

        (HttpStatusCode Status, JsonElement Json)[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => applicant.ExchangeAsync(code)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest && Error(answer.Json) == "invalid_grant"));
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes()
    {
        FakeTimeProvider clock = new();
        await using Applicant applicant = await Applicant.StartAsync(options => options.TimeProvider = clock);
        string early = await applicant.GetCodeAsync();
        string late = await applicant.GetCodeAsync();

        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await applicant.ExchangeAsync(early)).Status);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("invalid_grant", Error((await applicant.ExchangeAsync(late)).Json));
    }

    [Fact]
    public async Task A_code_is_good_for_the_address_that_it_was_sent_to()
    {
        await using Applicant applicant = await Applicant.StartAsync();
        string code = await applicant.GetCodeAsync();

        (HttpStatusCode status, JsonElement json) = await applicant.ExchangeAsync(code, redirectAddress: Applicant.Callback + "/");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, Error(json)));
        Assert.Equal(HttpStatusCode.OK, (await applicant.ExchangeAsync(code)).Status);
    }

    [Fact]
    public async Task A_code_that_was_never_given_is_refused()
    {
        await using Applicant applicant = await Applicant.StartAsync();

        (HttpStatusCode status, JsonElement json) = await applicant.ExchangeAsync("guessed");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, Error(json)));
    }

    [Theory]
    [InlineData("another", "emulator-client-secret")]
    [InlineData("emulator-client-id", "guessed")]
    public async Task Another_application_gets_nothing_and_spoils_nothing(string clientId, string clientSecret)
    {
        await using Applicant applicant = await Applicant.StartAsync();
        string code = await applicant.GetCodeAsync();

        (HttpStatusCode status, JsonElement json) = await applicant.ExchangeAsync(code, clientId, clientSecret);

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (status, Error(json)));
        Assert.Equal(["error", "error_description"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(HttpStatusCode.OK, (await applicant.ExchangeAsync(code)).Status);
    }

    [Theory]
    [InlineData("grant_type")]
    [InlineData("client_id")]
    [InlineData("client_secret")]
    [InlineData("code")]
    [InlineData("redirect_uri")]
    public async Task What_is_missing_is_named(string missing)
    {
        await using Applicant applicant = await Applicant.StartAsync();
        string? Unless(string name, string value) => name == missing ? null : value;

        (HttpStatusCode status, JsonElement json) = await applicant.ExchangeAsync(
            Unless("code", "c"), Unless("client_id", "i"), Unless("client_secret", "s"), Unless("redirect_uri", "http://a/"), Unless("grant_type", "g"));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (status, Error(json)));
        Assert.Contains(missing, json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_grant_than_a_code_is_refused()
    {
        await using Applicant applicant = await Applicant.StartAsync();

        (HttpStatusCode status, JsonElement json) = await applicant.ExchangeAsync(await applicant.GetCodeAsync(), grantType: "password");

        Assert.Equal((HttpStatusCode.BadRequest, "unsupported_grant_type"), (status, Error(json)));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header")]
    public async Task A_body_that_is_no_form_is_refused(string contentType, string body)
    {
        await using Applicant applicant = await Applicant.StartAsync();
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        (HttpStatusCode status, JsonElement json) = await applicant.PostAsync(content);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (status, Error(json)));
    }

    private static string? Error(JsonElement json) => json.GetProperty("error").GetString();
}
