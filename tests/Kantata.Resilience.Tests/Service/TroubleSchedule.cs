using System.Globalization;
using Kantata.Resilience.Tests.Clocks;

namespace Kantata.Resilience.Tests.Service;

/// <summary>Draws what goes wrong, from a seed.</summary>
internal sealed class TroubleSchedule
{
    // Below the client's eight tries, so that what passes does so in time.
    private const int LongestRow = 6;

    private static readonly Trouble[] _passing =
    [
        Trouble.Refused, Trouble.RefusedForSeconds, Trouble.RefusedUntil, Trouble.Storm, Trouble.BadGateway, Trouble.Unavailable, Trouble.GatewayTimeout,
        Trouble.GatewayTimeoutAfterwards, Trouble.Latency, Trouble.Silence, Trouble.SilenceAfterwards, Trouble.NotConnected, Trouble.Reset, Trouble.ResetAfterwards,
        Trouble.CutOff, Trouble.SlowBody,
    ];

    private static readonly Trouble[] _unreadable = [Trouble.Malformed, Trouble.Empty, Trouble.Html];

    private readonly SkippingClock _clock;
    private readonly Random _random;
    private readonly Trouble[] _choice;
    private readonly double _share;
    private readonly bool _passes;
    private readonly Dictionary<string, int> _rows = [];
    private readonly Dictionary<Trouble, int> _happened = [];
    private readonly List<string> _log = [];
    private int _stormLeft;

    public TroubleSchedule(ScheduleKind kind, int seed, SkippingClock clock)
    {
        _clock = clock;
        _random = new Random(seed);
        _share = 0.05 + (0.45 * _random.NextDouble());
        _passes = kind != ScheduleKind.Lasting;
        _choice = kind switch
        {
            ScheduleKind.Passing => _passing,
            ScheduleKind.Lasting => [.. _passing, .. _unreadable],
            ScheduleKind.Growing => [.. _passing, .. Enumerable.Repeat(Trouble.Added, 40)],
            _ => [.. _passing, .. Enumerable.Repeat(Trouble.Added, 3), .. Enumerable.Repeat(Trouble.Removed, 6)],
        };
    }

    /// <summary>How often each trouble happened.</summary>
    public IReadOnlyDictionary<Trouble, int> Happened => _happened;

    /// <summary>What happened to which request and when, in seconds from the start.</summary>
    public IReadOnlyList<string> Log => _log;

    /// <summary>The most tries of one request that went wrong one after the other.</summary>
    public int LongestRowSeen { get; private set; }

    /// <summary>What goes wrong with the next try of a request.</summary>
    /// <param name="request">What the tries of the request have in common.</param>
    public Trouble Next(string request)
    {
        int row = _rows.GetValueOrDefault(request);
        Trouble trouble = _passes && row >= LongestRow ? Trouble.None : Draw();
        _rows[request] = Fails(trouble) ? row + 1 : 0;
        LongestRowSeen = Math.Max(LongestRowSeen, _rows[request]);
        if (trouble != Trouble.None)
        {
            _happened[trouble] = _happened.GetValueOrDefault(trouble) + 1;
        }

        _log.Add(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds:0.000} {request}: {trouble}"));
        return trouble;
    }

    /// <summary>A number from the schedule, from 0 to less than the end.</summary>
    public int Number(int end) => _random.Next(end);

    private Trouble Draw()
    {
        if (_stormLeft > 0)
        {
            _stormLeft--;
            return Trouble.Refused;
        }

        Trouble trouble = _random.NextDouble() < _share ? _choice[_random.Next(_choice.Length)] : Trouble.None;
        if (trouble == Trouble.Storm)
        {
            _stormLeft = _random.Next(2, _passes ? 20 : 40);
        }

        return trouble;
    }

    private static bool Fails(Trouble trouble) => trouble is not (Trouble.None or Trouble.Latency or Trouble.Added or Trouble.Removed);
}
