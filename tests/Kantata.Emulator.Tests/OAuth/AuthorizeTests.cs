using System.Net;
using Microsoft.Extensions.Primitives;

namespace Kantata.Emulator.Tests.OAuth;

public sealed class AuthorizeTests
{
    [Fact]
    public async Task The_addresses_are_beside_the_api()
    {
        await using Applicant applicant = await Applicant.StartAsync();
        string server = applicant.Server.BaseAddress.GetLeftPart(UriPartial.Authority);

        Assert.Equal(server + "/", applicant.Server.OAuth.Server.AbsoluteUri);
        Assert.Equal(server + "/oauth/authorize", applicant.Server.OAuth.AuthorizeAddress.AbsoluteUri);
        Assert.Equal(server + "/oauth/token", applicant.Server.OAuth.TokenAddress.AbsoluteUri);
        Assert.Equal(("emulator-client-id", "emulator-client-secret"), (applicant.Server.OAuth.ClientId, applicant.Server.OAuth.ClientSecret));
    }

    [Fact]
    public async Task A_user_is_asked_and_goes_back_with_a_code_and_the_state()
    {
        await using Applicant applicant = await Applicant.StartAsync();
        Uri question = applicant.Question(state: "a b&c");

        using HttpResponseMessage page = await applicant.OpenAsync(question);
        string html = await page.Content.ReadAsStringAsync();
        using HttpResponseMessage back = await applicant.PressAsync(question, "allow");

        Assert.Equal(("text/html", "utf-8"), (page.Content.Headers.ContentType?.MediaType, page.Content.Headers.ContentType?.CharSet));
        Assert.Contains("""<form method="post"><button name="answer" value="allow">""", html, StringComparison.Ordinal);
        Assert.Contains(Applicant.Callback, html, StringComparison.Ordinal);
        Assert.StartsWith(Applicant.Callback + "?", back.Headers.Location?.AbsoluteUri, StringComparison.Ordinal);
        Dictionary<string, StringValues> query = Applicant.QueryOf(back);
        Assert.Equal(["code", "state"], query.Keys.Order());
        Assert.Equal("a b&c", query["state"]);
        Assert.Equal(64, query["code"].ToString().Length);
    }

    [Fact]
    public async Task A_user_who_is_not_asked_goes_back_at_once()
    {
        await using Applicant applicant = await Applicant.StartAsync(options => options.OAuth.GivesAccessAtOnce = true);

        using HttpResponseMessage back = await applicant.OpenAsync(applicant.Question());

        Assert.Equal("s-1", Applicant.QueryOf(back)["state"]);
        Assert.Equal(HttpStatusCode.OK, (await applicant.ExchangeAsync(Applicant.QueryOf(back)["code"])).Status);
    }

    [Theory]
    [InlineData("deny")]
    [InlineData("")]
    public async Task A_user_who_refuses_goes_back_without_a_code(string answer)
    {
        await using Applicant applicant = await Applicant.StartAsync();

        using HttpResponseMessage back = await applicant.PressAsync(applicant.Question(), answer);

        Dictionary<string, StringValues> query = Applicant.QueryOf(back);
        Assert.Equal(["error", "error_description", "state"], query.Keys.Order());
        Assert.Equal(("access_denied", "s-1"), (query["error"].ToString(), query["state"].ToString()));
    }

    [Fact]
    public async Task Without_a_state_none_comes_back()
    {
        await using Applicant applicant = await Applicant.StartAsync();

        using HttpResponseMessage back = await applicant.PressAsync(applicant.Question(state: null), "allow");

        Assert.Equal(["code"], Applicant.QueryOf(back).Keys);
    }

    [Fact]
    public async Task The_query_of_the_way_back_stays()
    {
        await using Applicant applicant = await Applicant.StartAsync();

        using HttpResponseMessage back = await applicant.PressAsync(applicant.Question(redirectAddress: Applicant.Callback + "?tenant=7"), "allow");

        Assert.Equal(["code", "state", "tenant"], Applicant.QueryOf(back).Keys.Order());
    }

    [Theory]
    [InlineData("token")]
    [InlineData(null)]
    public async Task Another_response_than_a_code_is_refused_at_the_way_back(string? responseType)
    {
        await using Applicant applicant = await Applicant.StartAsync(options => options.OAuth.GivesAccessAtOnce = true);

        using HttpResponseMessage back = await applicant.OpenAsync(applicant.Question(responseType: responseType));

        Assert.Equal("unsupported_response_type", Applicant.QueryOf(back)["error"]);
    }

    [Theory]
    [InlineData("another", Applicant.Callback)]
    [InlineData(null, Applicant.Callback)]
    [InlineData("emulator-client-id", null)]
    [InlineData("emulator-client-id", "callback")]
    [InlineData("emulator-client-id", Applicant.Callback + "#part")]
    [InlineData("emulator-client-id", "http://localhost:5000/elsewhere")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_the_applications(string? clientId, string? redirectAddress)
    {
        await using Applicant applicant = await Applicant.StartAsync(options => options.OAuth.RedirectAddresses.Add(new Uri(Applicant.Callback)));
        Uri question = applicant.Question(clientId, redirectAddress);

        using HttpResponseMessage asked = await applicant.OpenAsync(question);
        using HttpResponseMessage answered = await applicant.PressAsync(question, "allow");

        Assert.All([asked, answered], response => Assert.Equal((HttpStatusCode.BadRequest, null), (response.StatusCode, response.Headers.Location)));
    }

    [Fact]
    public async Task What_a_page_shows_of_a_question_is_text()
    {
        await using Applicant applicant = await Applicant.StartAsync();

        using HttpResponseMessage page = await applicant.OpenAsync(applicant.Question(clientId: "<script>alert(1)</script>"));

        Assert.DoesNotContain("<script", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public async Task An_application_without_id_or_secret_cannot_be_registered(string member)
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => Applicant.StartAsync(options =>
        {
            options.OAuth.ClientId = member == "ClientId" ? "" : "app";
            options.OAuth.ClientSecret = member == "ClientSecret" ? "" : "secret";
        }));

        Assert.Equal("options." + member, e.ParamName);
    }
}
