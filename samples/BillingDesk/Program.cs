using BillingDesk;
using BillingDesk.Morning;
using BillingDesk.Output;
using Kantata;
using Kantata.Emulator;
using Spectre.Console;

using CancellationTokenSource stopping = new();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

try
{
    IOutput output = Console.IsOutputRedirected ? new PlainOutput(Console.Out) : new TerminalOutput(AnsiConsole.Console);
    await using Desk desk = await Desk.OpenAsync(Environment.GetEnvironmentVariable("KANTATA_TOKEN"), stopping.Token);
    await MorningWork.DoAsync(desk, output, stopping.Token);
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 130;
}
catch (Exception fault) when (fault is KantataException or KantataSeedException or IOException or ArgumentException { ParamName: nameof(KantataClientOptions.AccessToken) })
{
    await Console.Error.WriteLineAsync("The morning's work ended early: " + fault.Message);
    return 1;
}
