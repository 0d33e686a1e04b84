using Kantata.Emulator.Misbehaviour;

namespace Kantata.Emulator;

/// <summary>
/// What is to go wrong with the coming requests. To each request one fault happens at most: of those that were added for it the
/// first, else one by chance where <see cref="AddRandom"/> says so. Faults need no token, as a proxy before the API needs none.
/// </summary>
/// <remarks>It may be used by many threads at the same time.</remarks>
public sealed class FaultSchedule
{
    private readonly object _gate = new();
    private readonly List<ScheduledFault> _added = [];
    private readonly List<FaultyRequest> _happened = [];
    private RandomFaults? _random;

    internal FaultSchedule()
    {
    }

    /// <summary>To how many requests faults are still to happen, those by chance not counted.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _added.Sum(fault => fault.Left);
            }
        }
    }

    /// <summary>The requests that faults happened to, in the order in which they came. The list does not change later.</summary>
    public IReadOnlyList<FaultyRequest> Happened
    {
        get
        {
            lock (_gate)
            {
                return [.. _happened];
            }
        }
    }

    /// <summary>Lets a fault happen to the next requests, after those that were added before for the same requests.</summary>
    /// <param name="fault">What happens.</param>
    /// <param name="times">To how many requests, from 1: a storm has many.</param>
    /// <param name="method">To requests of which HTTP method; null for all.</param>
    /// <param name="path">To requests for which path below the base address (<c>/invoices</c>), or for all below one (<c>/invoices/*</c>); null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is not positive.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not begin with a slash.</exception>
    public void Add(Fault fault, int times = 1, string? method = null, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (path is not null && !path.StartsWith('/'))
        {
            throw new ArgumentException("The path does not begin with a slash.", nameof(path));
        }

        lock (_gate)
        {
            _added.Add(new ScheduledFault(fault, times, method, path));
        }
    }

    /// <summary>Lets faults happen by chance from now on, in place of those by chance until now.</summary>
    /// <param name="seed">What the chance begins with: with the same seed the same faults happen to requests that come in the same order.</param>
    /// <param name="share">How many of the requests are met, from 0 (none) to 1 (all).</param>
    /// <param name="faults">What happens, each as often as the others. At least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="faults"/> is empty or holds null.</exception>
    public void AddRandom(int seed, double share, params IReadOnlyList<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        Fault[] copy = [.. faults];
        if (copy.Length == 0 || copy.Contains(null))
        {
            throw new ArgumentException("There is no fault, or one is null.", nameof(faults));
        }

        lock (_gate)
        {
            _random = new RandomFaults(seed, share, copy);
        }
    }

    /// <summary>Lets nothing go wrong any more, and forgets what <see cref="Happened"/>. Faults that are under way go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _added.Clear();
            _happened.Clear();
            _random = null;
        }
    }

    /// <summary>What happens to a request that has come; null where nothing does.</summary>
    internal Fault? Take(string method, string path, string queryString)
    {
        lock (_gate)
        {
            Fault? fault = TakeAdded(method, path) ?? _random?.Next();
            if (fault is not null)
            {
                _happened.Add(new FaultyRequest(method, path, queryString, fault));
            }

            return fault;
        }
    }

    private Fault? TakeAdded(string method, string path)
    {
        ScheduledFault? scheduled = _added.Find(fault => fault.TryHappenTo(method, path));
        if (scheduled is { Left: 0 })
        {
            _added.Remove(scheduled);
        }

        return scheduled?.Fault;
    }
}
