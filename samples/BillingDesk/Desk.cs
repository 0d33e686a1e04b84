using Kantata;
using Kantata.Emulator;

namespace BillingDesk;

/// <summary>Where the biller works: at the emulator in this process, or at the real API, of which this program only reads.</summary>
internal sealed class Desk : IAsyncDisposable
{
    // The records of the seed were written for this day, so that the morning's work is the same on any day.
    private static readonly DateOnly _dayOfSeed = new(2026, 9, 28);

    // The projects of the seed that are billed by milestones.
    private static readonly Id<Workspace>[] _projectsOfSeed = [10, 20, 50];

    private readonly KantataEmulator? _emulator;
    private readonly HttpClient _http;

    private Desk(KantataClientOptions options, KantataEmulator? emulator)
    {
        _emulator = emulator;
        // The client has a timeout of its own; that of the HTTP client would only cut it short.
        _http = new HttpClient(Requests) { Timeout = Timeout.InfiniteTimeSpan };
        Kantata = new KantataClient(options, _http);
    }

    public static string SeedFile => Path.Combine(AppContext.BaseDirectory, "seed.json");

    public KantataClient Kantata { get; }

    public AnsweredRequests Requests { get; } = new();

    public required DateOnly Today { get; init; }

    /// <summary>The projects whose milestones are looked at; none for all.</summary>
    public required IReadOnlyList<Id<Workspace>> Projects { get; init; }

    public bool IsReal => _emulator is null;

    public Quarter Quarter => Quarter.Of(Today);

    /// <summary>Opens the real API where there is a token for it, else the emulator.</summary>
    public static Task<Desk> OpenAsync(string? accessToken, CancellationToken cancellationToken) => string.IsNullOrEmpty(accessToken)
        ? OpenEmulatorAsync(cancellationToken)
        : Task.FromResult(OpenRealApi(RealOptions(accessToken), TimeProvider.System));

    public static Desk OpenRealApi(KantataClientOptions options, TimeProvider clock) => new(options, emulator: null)
    {
        Today = DateOnly.FromDateTime(clock.GetLocalNow().Date),
        Projects = [],
    };

    public static async Task<Desk> OpenEmulatorAsync(CancellationToken cancellationToken)
    {
        KantataEmulator emulator = await KantataEmulator.StartAsync(SeedFile, cancellationToken);
        return new Desk(new KantataClientOptions { AccessToken = emulator.AccessToken, BaseAddress = emulator.BaseAddress }, emulator)
        {
            Today = _dayOfSeed,
            Projects = _projectsOfSeed,
        };
    }

    // A person waits here: what fails for half a minute is told instead of tried on.
    private static KantataClientOptions RealOptions(string accessToken) =>
        new() { AccessToken = accessToken, Retry = new() { TotalTime = TimeSpan.FromSeconds(30) } };

    public async ValueTask DisposeAsync()
    {
        Kantata.Dispose();
        _http.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
