using Kantata;
using SignIn;

using CancellationTokenSource stopping = new();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

try
{
    await using SignInPlace place = await SignInPlace.OpenAsync(
        Environment.GetEnvironmentVariable("KANTATA_CLIENT_ID"),
        Environment.GetEnvironmentVariable("KANTATA_CLIENT_SECRET"),
        stopping.Token);
    await SignInFlow.RunAsync(place, Console.Out, stopping.Token);
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 130;
}
catch (Exception fault) when (fault is KantataException or HttpRequestException or IOException or ArgumentException { ParamName: nameof(KantataOAuthOptions.ClientSecret) })
{
    await Console.Error.WriteLineAsync("Nobody signed in: " + fault.Message);
    return 1;
}
