namespace Kantata.Runtime;

/// <summary>A token as requests carry it. It is a class without text of its own, so that nothing prints it.</summary>
internal sealed class Credential
{
    /// <exception cref="ArgumentException">It is no token.</exception>
    public Credential(string? token, string parameter)
    {
        // Whatever is wrong with the token, its text is in no message.
        if (string.IsNullOrEmpty(token) || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The access token is missing, or holds characters that no token has, a space or line break for instance.", parameter);
        }

        Token = token;
        Authorization = "Bearer " + token;
    }

    public string Token { get; }

    /// <summary>The value of the header.</summary>
    public string Authorization { get; }
}
