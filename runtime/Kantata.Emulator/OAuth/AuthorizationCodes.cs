using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Kantata.Emulator.OAuth;

/// <summary>The codes that were given and not exchanged yet. Each is good once, for a short time and for one address.</summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    /// <summary>The longest life that OAuth recommends for a code.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    public string Give(Uri redirectAddress)
    {
        string code = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _grants[code] = new Grant(redirectAddress.OriginalString, clock.GetUtcNow() + Lifetime);
        return code;
    }

    /// <summary>Takes a code back. One that came with the wrong address stays good for the right one.</summary>
    public bool TryTake(string code, string redirectAddress) =>
        _grants.TryGetValue(code, out Grant? grant)
        && grant.RedirectAddress == redirectAddress
        && clock.GetUtcNow() < grant.EndsAt
        && _grants.TryRemove(code, out _);

    private sealed record Grant(string RedirectAddress, DateTimeOffset EndsAt);
}
