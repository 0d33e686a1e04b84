using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>A success that says nothing.</summary>
internal sealed record EmptyFault : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        await exchange.CarryOutAsync();
        exchange.SetStatus(StatusCodes.Status200OK);
        exchange.Announce(0);
    }

    private protected override string Describe() => "200 without a body";
}
