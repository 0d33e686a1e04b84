namespace Kantata.Emulator.Misbehaviour;

/// <summary>Something that a test does between two requests.</summary>
internal sealed record ChangeFault(Func<CancellationToken, Task> Happening) : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        await Happening(exchange.Aborted);
        await exchange.GoOnAsync();
    }

    private protected override string Describe() => "a change before the request was carried out";
}
