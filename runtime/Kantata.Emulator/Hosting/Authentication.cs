using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Lets only requests in that carry the token.</summary>
internal sealed class Authentication(string accessToken)
{
    private readonly string _expected = "Bearer " + accessToken;

    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.Authorization.Count == 1 && context.Request.Headers.Authorization[0] == _expected
            ? next(context)
            : throw ApiFault.Unauthorized();
}
