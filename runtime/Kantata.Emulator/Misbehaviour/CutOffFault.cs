using System.Globalization;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>A body that is shorter than was announced.</summary>
internal sealed record CutOffFault(double Share) : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        ReadOnlyMemory<byte> answer = await exchange.CarryOutAsync();
        if (answer.IsEmpty)
        {
            await exchange.ResetAsync();
            return;
        }

        exchange.Announce(answer.Length);
        await exchange.SendAsync(answer[..(int)(answer.Length * Share)]);
        await exchange.FlushAsync();
    }

    private protected override string Describe() => string.Create(CultureInfo.InvariantCulture, $"answer cut off after {Share:0.##} of it");
}
