using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.OAuth;

/// <summary>What the server has beside the API, so that users can give programs access to it. It needs no token.</summary>
internal sealed class OAuthEndpoints(AuthorizeEndpoint authorize, TokenEndpoint token)
{
    public const string AuthorizePath = "/oauth/authorize";
    public const string TokenPath = "/oauth/token";

    public static OAuthEndpoints Create(RegisteredApplication application, bool givesAccessAtOnce, string accessToken, TimeProvider clock)
    {
        AuthorizationCodes codes = new(clock);
        return new(new AuthorizeEndpoint(application, codes, givesAccessAtOnce), new TokenEndpoint(application, codes, accessToken));
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next) => (context.Request.PathBase.Add(context.Request.Path).Value, context.Request.Method) switch
    {
        (AuthorizePath, "GET") => authorize.AskAsync(context),
        (AuthorizePath, "POST") => authorize.AnswerAsync(context),
        (TokenPath, "POST") => token.ExchangeAsync(context),
        _ => next(context),
    };
}
