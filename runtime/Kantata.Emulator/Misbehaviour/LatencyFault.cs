using System.Globalization;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>A wait before the request is carried out or after it.</summary>
internal sealed record LatencyFault(TimeSpan Time, bool CarriedOut) : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        if (!CarriedOut)
        {
            await exchange.WaitAsync(Time);
            await exchange.GoOnAsync();
            return;
        }

        ReadOnlyMemory<byte> answer = await exchange.CarryOutAsync();
        await exchange.WaitAsync(Time);
        await exchange.SendAsync(answer);
    }

    private protected override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time.TotalSeconds:0.###} seconds {(CarriedOut ? "after" : "before")} the request was carried out");
}
