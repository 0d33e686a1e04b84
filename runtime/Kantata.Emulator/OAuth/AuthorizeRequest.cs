using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Kantata.Emulator.OAuth;

/// <summary>A program's question for access, of which it is known where the answer may be sent.</summary>
internal sealed record AuthorizeRequest(string ClientId, Uri RedirectAddress, string? ResponseType, string? State)
{
    /// <summary>Reads the question.</summary>
    /// <param name="query">The query of the address that the user was sent to.</param>
    /// <param name="application">The only application that may ask.</param>
    /// <param name="request">The question.</param>
    /// <param name="fault">Why nobody can be sent back: whoever asks may not be who they say they are.</param>
    public static bool TryRead(IQueryCollection query, RegisteredApplication application, [NotNullWhen(true)] out AuthorizeRequest? request, [NotNullWhen(false)] out string? fault)
    {
        string? clientId = Only(query["client_id"]);
        string? redirectAddress = Only(query["redirect_uri"]);
        Uri? address = null;
        fault = clientId != application.ClientId ? $"There is no application with the client_id \"{clientId}\"."
            : !Uri.TryCreate(redirectAddress, UriKind.Absolute, out address) || address.Fragment.Length > 0 ? $"The redirect_uri \"{redirectAddress}\" is no absolute address without a fragment."
            : !application.Allows(address) ? $"The redirect_uri \"{redirectAddress}\" is not registered."
            : null;
        request = fault is null ? new(application.ClientId, address!, Only(query["response_type"]), Only(query["state"])) : null;
        return fault is null;
    }

    /// <summary>Where the user is sent back to with a code.</summary>
    public string Accept(string code) => AddressWith(new() { ["code"] = code });

    /// <summary>Where the user is sent back to without one.</summary>
    public string Refuse(string error, string description) => AddressWith(new() { ["error"] = error, ["error_description"] = description });

    private string AddressWith(Dictionary<string, string?> answer)
    {
        answer["state"] = State;
        return QueryHelpers.AddQueryString(RedirectAddress.AbsoluteUri, answer);
    }

    // What comes twice means nothing.
    private static string? Only(StringValues values) => values.Count == 1 ? values[0] : null;
}
