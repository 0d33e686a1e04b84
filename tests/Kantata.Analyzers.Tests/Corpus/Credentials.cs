namespace Corpus.Credentials;

/// <summary>Texts that look like tokens and go elsewhere, and tokens that are no literals.</summary>
public static class Credentials
{
    private const string Checksum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Placeholder = "put-the-access-token-of-your-account-here-1";

    public static readonly Guid Tenant = Guid.Parse("2f6b8c1e-94d3-4a70-b5e8-c7019fd2a364");

    public static KantataClient FromEnvironment() => new(Environment.GetEnvironmentVariable("KANTATA_TOKEN") ?? Placeholder);

    public static KantataClient FromFile(string folder) => new(File.ReadAllText(Path.Combine(folder, Checksum)).Trim());

    public static KantataClient FromSettings(IReadOnlyDictionary<string, string> settings) =>
        new(new KantataClientOptions { AccessToken = settings["Kantata:AccessToken:2f6b8c1e94d34a70b5e8c7019fd2a364"] });

    public static KantataClient Renewed(Func<CancellationToken, ValueTask<string>> renew) =>
        new(new KantataClientOptions { TokenProvider = KantataTokenProvider.From((_, cancellationToken) => renew(cancellationToken)) });

    public static KantataClient OfTests(Uri address) => new(new KantataClientOptions { AccessToken = "emulator-access-token", BaseAddress = address });

    public static bool IsIntact(string checksum) => checksum == Checksum;

    public static async Task<string> AskAsync(KantataClient kantata)
    {
        var workspace = await kantata.Workspaces.List().Search("7c1f0b92e64d4a8fb3d95c20a7e81f36").FirstOrDefaultAsync();
        return workspace?.Title ?? Placeholder;
    }
}
