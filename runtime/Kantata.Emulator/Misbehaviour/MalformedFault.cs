namespace Kantata.Emulator.Misbehaviour;

/// <summary>A body that is complete and no JSON.</summary>
internal sealed record MalformedFault : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        ReadOnlyMemory<byte> answer = await exchange.CarryOutAsync();

        // The API answers objects, and no half of an object is JSON.
        ReadOnlyMemory<byte> half = answer[..((answer.Length + 1) / 2)];
        exchange.Announce(half.Length);
        await exchange.SendAsync(half);
    }

    private protected override string Describe() => "malformed JSON";
}
