using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.OAuth;

/// <summary>Exchanges codes for the token.</summary>
internal sealed class TokenEndpoint(RegisteredApplication application, AuthorizationCodes codes, string accessToken)
{
    public async Task ExchangeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        await Answer(await OAuthForm.ReadAsync(context.Request)).SendAsync(context.Response);
    }

    private ApiResponse Answer(IFormCollection? form)
    {
        if (form is null)
        {
            return Error("invalid_request", "The body is no form.");
        }

        if (Missing(form) is { } missing)
        {
            return Error("invalid_request", $"Required and not given once: {missing}.");
        }

        if (form["grant_type"] != "authorization_code")
        {
            return Error("unsupported_grant_type", "The grant_type must be authorization_code.");
        }

        if (form["client_id"] != application.ClientId || form["client_secret"] != application.ClientSecret)
        {
            return Error("invalid_client", "There is no application with this client_id and client_secret.", StatusCodes.Status401Unauthorized);
        }

        return codes.TryTake(form["code"]!, form["redirect_uri"]!)
            ? ApiResponse.FromJson(StatusCodes.Status200OK, json =>
            {
                json.WriteStartObject();
                json.WriteString("access_token"u8, accessToken);
                json.WriteString("token_type"u8, "bearer"u8);
                json.WriteEndObject();
            })
            : Error("invalid_grant", "The code is unknown, was exchanged before, has expired or was given for another redirect_uri.");
    }

    private static string? Missing(IFormCollection form) =>
        Array.Find(["grant_type", "client_id", "client_secret", "code", "redirect_uri"], name => form[name].Count != 1 || string.IsNullOrEmpty(form[name]));

    // OAuth has a form of errors of its own (RFC 6749, 5.2).
    private static ApiResponse Error(string error, string description, int status = StatusCodes.Status400BadRequest) => ApiResponse.FromJson(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error"u8, error);
        json.WriteString("error_description"u8, description);
        json.WriteEndObject();
    });
}
