namespace Kantata.Emulator.Misbehaviour;

/// <summary>Faults by chance, the same for the same seed and order of requests.</summary>
internal sealed class RandomFaults(int seed, double share, IReadOnlyList<Fault> faults)
{
    private readonly Random _random = new(seed);

    public Fault? Next() => _random.NextDouble() < share ? faults[_random.Next(faults.Count)] : null;
}
