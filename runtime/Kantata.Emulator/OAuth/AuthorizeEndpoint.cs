using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.OAuth;

/// <summary>Asks the user, and sends them back with their answer. What was asked stays in the address, also of the answer.</summary>
internal sealed class AuthorizeEndpoint(RegisteredApplication application, AuthorizationCodes codes, bool givesAccessAtOnce)
{
    public Task AskAsync(HttpContext context)
    {
        if (!AuthorizeRequest.TryRead(context.Request.Query, application, out AuthorizeRequest? request, out string? fault))
        {
            return AuthorizePage.Fault(fault).SendAsync(context.Response);
        }

        if (request.ResponseType != "code")
        {
            return SendBackAsync(context, request.Refuse("unsupported_response_type", "The response_type must be code."));
        }

        return givesAccessAtOnce ? AcceptAsync(context, request) : AuthorizePage.Question(request).SendAsync(context.Response);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (!AuthorizeRequest.TryRead(context.Request.Query, application, out AuthorizeRequest? request, out string? fault))
        {
            await AuthorizePage.Fault(fault).SendAsync(context.Response);
            return;
        }

        IFormCollection? form = await OAuthForm.ReadAsync(context.Request);
        await (form is not null && form[AuthorizePage.Answer] == AuthorizePage.Allow
            ? AcceptAsync(context, request)
            : SendBackAsync(context, request.Refuse("access_denied", "The resource owner or authorization server denied the request.")));
    }

    private Task AcceptAsync(HttpContext context, AuthorizeRequest request) =>
        SendBackAsync(context, request.Accept(codes.Give(request.RedirectAddress)));

    private static Task SendBackAsync(HttpContext context, string address)
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }
}
