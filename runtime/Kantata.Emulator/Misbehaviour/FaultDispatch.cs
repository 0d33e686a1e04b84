using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>Stands between the client and the API, and lets the scheduled faults happen.</summary>
internal sealed class FaultDispatch(FaultSchedule faults, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        return faults.Take(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "") is { } fault
            ? fault.HappenAsync(new FaultyExchange(context, next, clock))
            : next(context);
    }
}
