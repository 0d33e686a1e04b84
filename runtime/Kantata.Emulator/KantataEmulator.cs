using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Hosting;
using Kantata.Emulator.Misbehaviour;
using Kantata.Emulator.OAuth;
using Kantata.Emulator.Operations;
using Kantata.Emulator.Routing;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Seeding;
using Kantata.Emulator.Store;
using Kantata.Spec;
using Kantata.Spec.Model;
using Microsoft.AspNetCore.Builder;

namespace Kantata.Emulator;

/// <summary>
/// The Kantata OX API on a loopback port of this process, with the operations of the published documents and records of its own:
/// what is created can be read, changed, listed and deleted. For the tests of programs that use the API.
/// </summary>
/// <remarks>It may be used by many threads at the same time, and many may run in one process.</remarks>
public sealed class KantataEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestLog _log;

    private KantataEmulator(WebApplication application, RequestLog log, FaultSchedule faults, RegisteredApplication registered, string accessToken)
    {
        _application = application;
        _log = log;
        Faults = faults;
        AccessToken = accessToken;
        BaseAddress = new Uri(application.Urls.Single() + EmulatorHost.BasePath + "/");
        OAuth = new KantataEmulatorOAuth(new Uri(application.Urls.Single()), registered);
    }

    /// <summary>Where the API is: <c>http://127.0.0.1:51234/api/v1/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The bearer token that is let in.</summary>
    public string AccessToken { get; }

    /// <summary>Where programs get the token from users, as they do from the real server.</summary>
    public KantataEmulatorOAuth OAuth { get; }

    /// <summary>
    /// The requests that were answered since the start or the last <see cref="ClearRequests"/>, in the order of their answers. A
    /// request is here before its answer arrives. The list does not change later.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Requests;

    /// <summary>What is to go wrong with the coming requests. Nothing at first.</summary>
    public FaultSchedule Faults { get; }

    /// <summary>Starts an emulator that holds the records of a file and is otherwise as <see cref="KantataEmulatorOptions"/> is when new.</summary>
    /// <param name="seedFile">The file, in the form of <see cref="KantataEmulatorOptions.SeedFile"/>.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="KantataSeedException">The file does not hold records of the API.</exception>
    public static Task<KantataEmulator> StartAsync(string seedFile, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(seedFile);
        return StartAsync(new KantataEmulatorOptions { SeedFile = seedFile }, cancellationToken);
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; null for an empty one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="IOException">The seed's file or a document cannot be read, or the port is in use.</exception>
    /// <exception cref="KantataDocumentException">One of the documents cannot be used.</exception>
    /// <exception cref="KantataSeedException">The seed does not hold records of the API.</exception>
    public static async Task<KantataEmulator> StartAsync(KantataEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KantataEmulatorOptions();
        ArgumentException.ThrowIfNullOrEmpty(options.AccessToken);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);

        ApiModel model = options.Model ?? await ReadModelAsync(options.Documents, cancellationToken).ConfigureAwait(false);
        ApiSchema schema = new(model);
        EmulatedApi api = new(
            schema,
            BehaviourRules.Bundled,
            new EntityStore(await ReadSeedAsync(options, schema, cancellationToken).ConfigureAwait(false)),
            options.TimeProvider,
            options.AllowUnknownFilters,
            options.AllowUnknownReferences);
        RequestLog log = new();
        FaultSchedule faults = new();
        RegisteredApplication registered = new(options.OAuth);
        WebApplication application = EmulatorHost.Build(
            options.Port,
            log,
            new FaultDispatch(faults, options.TimeProvider),
            new FileDownloads(api.Store),
            OAuthEndpoints.Create(registered, options.OAuth.GivesAccessAtOnce, options.AccessToken, options.TimeProvider),
            new Authentication(options.AccessToken),
            new ApiEndpoint(new RouteTable(api, model)));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new KantataEmulator(application, log, faults, registered, options.AccessToken);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Forgets the <see cref="Requests"/> up to now.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server and frees its port.</summary>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task<ApiModel> ReadModelAsync(IList<string> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return BundledDocuments.Model;
        }

        List<SpecFile> files = [];
        foreach (string document in documents)
        {
            string text = await File.ReadAllTextAsync(document, cancellationToken).ConfigureAwait(false);
            files.Add(new SpecFile(document.Replace('\\', '/'), text, SpecOrigin.User));
        }

        return BundledDocuments.With(files);
    }

    private static async Task<StoreSnapshot> ReadSeedAsync(KantataEmulatorOptions options, ApiSchema schema, CancellationToken cancellationToken)
    {
        if (options.SeedFile is null)
        {
            return options.SeedJson is null ? StoreSnapshot.Empty : new SeedReader(schema, nameof(options.SeedJson)).Read(options.SeedJson);
        }

        if (options.SeedJson is not null)
        {
            throw new ArgumentException($"{nameof(options.SeedFile)} and {nameof(options.SeedJson)} exclude each other.", nameof(options));
        }

        string json = await File.ReadAllTextAsync(options.SeedFile, cancellationToken).ConfigureAwait(false);
        return new SeedReader(schema, options.SeedFile).Read(json);
    }
}
