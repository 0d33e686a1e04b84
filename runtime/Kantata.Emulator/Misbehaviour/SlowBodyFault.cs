using System.Globalization;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>A body that comes in pieces.</summary>
internal sealed record SlowBodyFault(TimeSpan Pause, int Pieces) : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        ReadOnlyMemory<byte> rest = await exchange.CarryOutAsync();
        int piece = Math.Max(1, (rest.Length + Pieces - 1) / Pieces);
        while (!rest.IsEmpty)
        {
            await exchange.WaitAsync(Pause);
            ReadOnlyMemory<byte> next = rest[..Math.Min(piece, rest.Length)];
            await exchange.SendAsync(next);
            await exchange.FlushAsync();
            rest = rest[next.Length..];
        }
    }

    private protected override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"answer in {Pieces} pieces, {Pause.TotalSeconds:0.###} seconds before each");
}
