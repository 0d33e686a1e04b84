using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Gives every response the id by which support finds its request.</summary>
internal static class RequestIds
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();
        return next(context);
    }
}
