using Kantata.Emulator.Operations;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kantata.Emulator.Hosting;

/// <summary>The end of the pipeline: finds the operation and carries it out.</summary>
internal sealed class ApiEndpoint(RouteTable routes)
{
    public async Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!request.PathBase.HasValue || !routes.TryFind(request.Method, request.Path.Value ?? "/", out OperationHandler? handler, out IReadOnlyDictionary<string, string>? arguments))
        {
            throw ApiFault.NotFound($"There is nothing at {request.Method} {request.PathBase}{request.Path}.");
        }

        ApiRequest apiRequest = await RequestReader.ReadAsync(request, arguments, context.Features.GetRequiredFeature<RequestText>().Value);
        await handler.Handle(apiRequest).SendAsync(context.Response);
    }
}
