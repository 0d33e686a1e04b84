using System.Text.RegularExpressions;
using Xunit;

namespace SignIn.Tests;

public sealed partial class SignInFlowTests
{
    [Fact]
    public async Task At_the_emulator_a_user_signs_in_without_a_browser()
    {
        using StringWriter written = new() { NewLine = "\n" };
        await using SignInPlace place = await SignInPlace.OpenAsync(clientId: null, clientSecret: null, CancellationToken.None);

        await SignInFlow.RunAsync(place, written, CancellationToken.None);

        Assert.Equal(
            """
            KANTATA_CLIENT_ID is not set: an emulator stands in for the real server, and this program for the user's browser.
            Send the user to http://127.0.0.1:<port>/oauth/authorize?client_id=emulator-client-id&response_type=code&redirect_uri=http:%2F%2F127.0.0.1:<port>%2Fcallback&state=<state>
            The user came back to http://127.0.0.1:<port>/callback with a code and the state that they left with.
            Signed in: Tamsin Fenwright <tamsin.fenwright@example.com>

            """,
            State().Replace(Port().Replace(written.ToString(), "127.0.0.1:<port>"), "state=<state>"),
            ignoreLineEndingDifferences: true);
    }

    [GeneratedRegex(@"127\.0\.0\.1:[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex("state=[0-9A-F]{64}")]
    private static partial Regex State();
}
