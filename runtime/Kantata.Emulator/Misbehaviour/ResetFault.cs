namespace Kantata.Emulator.Misbehaviour;

/// <summary>No answer at all.</summary>
internal sealed record ResetFault(bool CarriedOut) : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        if (CarriedOut)
        {
            await exchange.CarryOutAsync();
        }

        await exchange.ResetAsync();
    }

    private protected override string Describe() => $"connection reset {(CarriedOut ? "after" : "before")} the request was carried out";
}
