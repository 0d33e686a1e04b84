namespace Kantata.Runtime;

/// <summary>Where the credentials of a client's requests come from.</summary>
internal sealed class CredentialSource : IDisposable
{
    private readonly IKantataTokenProvider? _provider;
    private readonly SemaphoreSlim _renewing = new(1);
    private Credential? _last;

    public CredentialSource(KantataClientOptions options)
    {
        _provider = options.TokenProvider;
        _last = _provider is null && !options.IsAnonymous ? new Credential(options.AccessToken, nameof(options.AccessToken)) : null;
    }

    public bool CanRenew => _provider is not null;

    /// <summary>What every request carries, where that never changes; null where it carries nothing.</summary>
    public Credential? Fixed => CanRenew ? null : _last;

    /// <summary>Gives what a request carries; null where it carries nothing.</summary>
    public ValueTask<Credential?> GetAsync(CancellationToken cancellationToken) =>
        _provider is null ? new(_last) : AskAsync(_provider, rejectedToken: null, cancellationToken);

    /// <summary>Gives another credential in place of one that the server refused; null where there is none. Requests that were refused together renew once.</summary>
    public async Task<Credential?> RenewAsync(Credential? refused, CancellationToken cancellationToken)
    {
        if (_provider is null)
        {
            return null;
        }

        await _renewing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Credential? current = await AskAsync(_provider, rejectedToken: null, cancellationToken).ConfigureAwait(false);
            if (current?.Token == refused?.Token)
            {
                current = await AskAsync(_provider, refused?.Token, cancellationToken).ConfigureAwait(false);
            }

            return current?.Token == refused?.Token ? null : current;
        }
        finally
        {
            _renewing.Release();
        }
    }

    public void Dispose() => _renewing.Dispose();

    private async ValueTask<Credential?> AskAsync(IKantataTokenProvider provider, string? rejectedToken, CancellationToken cancellationToken)
    {
        string token = await provider.GetAccessTokenAsync(rejectedToken, cancellationToken).ConfigureAwait(false);
        Credential? last = _last;
        return last is not null && last.Token == token ? last : _last = New(token);
    }

    private static Credential New(string token)
    {
        try
        {
            return new Credential(token, nameof(token));
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException("What the token provider gave is no access token.", e);
        }
    }
}
