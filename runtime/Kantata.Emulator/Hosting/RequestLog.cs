using System.Collections.Immutable;
using Kantata.Emulator.Requests;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Keeps what was asked and answered, for the assertions of tests.</summary>
internal sealed class RequestLog
{
    private ImmutableList<ReceivedRequest> _requests = [];

    /// <summary>The requests up to now, in the order of their answers.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => Volatile.Read(ref _requests);

    public void Clear() => Volatile.Write(ref _requests, []);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        string body = await RequestReader.ReadTextAsync(request);
        context.Features.Set(new RequestText(body));
        bool isKept = false;

        // Before the first byte of the answer leaves: who has the answer finds the request here.
        context.Response.OnStarting(() =>
        {
            Keep(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            // An answer without a body starts after everything here has returned; one that was broken off never does.
            if (!isKept)
            {
                Keep(context.RequestAborted.IsCancellationRequested ? null : context.Response.StatusCode);
            }
        }

        void Keep(int? status)
        {
            if (!isKept)
            {
                isKept = true;
                ReceivedRequest received = new(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", RequestReader.ReadQuery(request), body, status);
                ImmutableInterlocked.Update(ref _requests, requests => requests.Add(received));
            }
        }
    }
}
