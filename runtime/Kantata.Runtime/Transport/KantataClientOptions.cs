using Kantata.Runtime;
using Microsoft.Extensions.Logging;

namespace Kantata;

/// <summary>How a client talks to the API. A client takes its values when it is made; changing them later changes nothing.</summary>
public sealed class KantataClientOptions
{
    private static readonly TimeSpan _longestTimeout = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private bool _hasOwnAddress;

    /// <summary>The token that the requests carry. It is sent to <see cref="BaseAddress"/> only.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>What gives the token of each request, in place of <see cref="AccessToken"/>, and another where the server refuses it.</summary>
    public IKantataTokenProvider? TokenProvider { get; set; }

    /// <summary>Where the API is. The default is <c>https://api.mavenlink.com/api/v1/</c>.</summary>
    public Uri BaseAddress
    {
        // Made where it is read: the first address of a process that has a name in it takes some milliseconds.
        get => _hasOwnAddress ? field! : field ??= new Uri("https://api.mavenlink.com/api/v1/");
        set
        {
            field = value;
            _hasOwnAddress = true;
        }
    }

    /// <summary>
    /// How long each try of a request may take until its answer is complete. The default is 190 seconds, because the server ends what takes longer than 180;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> is no limit. A file's content is not in it, only the wait until it begins.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(190);

    /// <summary>Whether members that no document names are kept in <see cref="KantataObject.UnknownMembers"/>. The default is that they are skipped.</summary>
    public bool KeepUnknownMembers { get; set; }

    /// <summary>What the client says it is. The default is <c>kantata-dotnet/</c> with the version of this package.</summary>
    public string UserAgent { get; set; } = "kantata-dotnet/" + PackageVersion.Text;

    /// <summary>How the client goes on where the service fails for a while.</summary>
    public KantataRetryOptions Retry { get; set; } = new();

    /// <summary>
    /// Told of each request before it is sent, resends among them. It is called by many threads at once, and what it throws ends the call.
    /// Neither the token nor the query is told.
    /// </summary>
    public Action<KantataRequestInfo>? OnRequest { get; set; }

    /// <summary>Told of each request after it was answered or failed, in the way of <see cref="OnRequest"/>.</summary>
    public Action<KantataResponseInfo>? OnResponse { get; set; }

    /// <summary>
    /// What the client logs to, in the category <see cref="KantataTelemetry.LoggerCategory"/> with the events of <see cref="KantataLogEvents"/>.
    /// The default is that nothing is logged; a registered client logs to the container's.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    // The exchange of codes has no token yet.
    internal bool IsAnonymous { get; init; }

    /// <summary>Checks the values as a client does when it is made, so that a program can find out when it starts.</summary>
    /// <exception cref="ArgumentException">A value is not valid. The token is not in the message.</exception>
    public void Validate() => new CredentialSource(Snapshot()).Dispose();

    internal KantataClientOptions Snapshot()
    {
        Check();
        KantataClientOptions copy = (KantataClientOptions)MemberwiseClone();
        copy.BaseAddress = WithSlash(BaseAddress);
        copy.Retry = Retry.Snapshot();
        return copy;
    }

    private void Check()
    {
        if (TokenProvider is not null && !string.IsNullOrEmpty(AccessToken))
        {
            throw new ArgumentException("The token is given twice: as text and by a provider.", nameof(TokenProvider));
        }

        if (BaseAddress is not { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" } || BaseAddress.Scheme is not ("https" or "http"))
        {
            throw new ArgumentException("The base address is not an absolute http or https address without a query.", nameof(BaseAddress));
        }

        if (Timeout != System.Threading.Timeout.InfiniteTimeSpan && (Timeout <= TimeSpan.Zero || Timeout > _longestTimeout))
        {
            throw new ArgumentException("The timeout is not positive, or longer than the 49 days that timers can wait.", nameof(Timeout));
        }

        if (string.IsNullOrWhiteSpace(UserAgent) || UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException("The user agent is empty or holds characters that no header may hold.", nameof(UserAgent));
        }

        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Retry);
    }

    private static Uri WithSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
