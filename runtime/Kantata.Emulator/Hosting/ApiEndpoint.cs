using System.Text.Json;
using Kantata.Emulator.Operations;
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

        ApiRequest apiRequest = new(arguments, RequestReader.ReadQuery(request), ParseBody(context.Features.GetRequiredFeature<RequestText>().Value));
        await handler.Handle(apiRequest).SendAsync(context.Response);
    }

    private static JsonElement ParseBody(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw ApiFault.BadRequest("The body is no JSON: " + exception.Message);
        }
    }
}
