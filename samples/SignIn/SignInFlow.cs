using Kantata;

namespace SignIn;

/// <summary>Signs a user in: OAuth 2, authorization code, with a callback on the loopback address.</summary>
internal static class SignInFlow
{
    public static async Task RunAsync(SignInPlace place, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(place.Description);
        await using CallbackListener callback = await CallbackListener.StartAsync(place.CallbackPort, cancellationToken);
        using KantataOAuth oauth = new(place.ApplicationAt(callback.Address));

        // The state ties the answer to this question: without it anybody could send the user here with a code of their own.
        string state = KantataOAuth.NewState();
        Uri question = oauth.AuthorizeAddress(state);
        await output.WriteLineAsync($"Send the user to {question.AbsoluteUri}");
        await place.SendUserAsync(question, cancellationToken);

        Uri answer = await callback.ReceiveAsync(cancellationToken);
        string code = KantataOAuth.ReadCode(answer, state);
        await output.WriteLineAsync($"The user came back to {callback.Address} with a code and the state that they left with.");

        string accessToken = await oauth.ExchangeCodeAsync(code, cancellationToken);
        using KantataClient kantata = new(place.ClientWith(accessToken));
        User user = await kantata.Users.GetMeAsync(cancellationToken: cancellationToken);
        await output.WriteLineAsync($"Signed in: {user.FullName} <{user.EmailAddress}>");
    }
}
