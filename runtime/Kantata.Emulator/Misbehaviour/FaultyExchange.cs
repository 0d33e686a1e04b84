using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>A request that something goes wrong with, and what faults do to it.</summary>
internal sealed class FaultyExchange(HttpContext context, RequestDelegate next, TimeProvider clock)
{
    private HttpResponse Response => context.Response;

    /// <summary>Ends when the client gives up.</summary>
    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>Goes on as if nothing were wrong.</summary>
    public Task GoOnAsync() => next(context);

    /// <summary>Carries the request out and keeps its answer back. Its status and headers are set.</summary>
    public async Task<ReadOnlyMemory<byte>> CarryOutAsync()
    {
        Stream wire = Response.Body;
        using MemoryStream body = new();
        Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            Response.Body = wire;
        }

        return body.ToArray();
    }

    public Task SendAsync(ApiResponse answer)
    {
        // An answer that was kept back has set its own.
        Response.ContentLength = null;
        return answer.SendAsync(Response);
    }

    public Task SendAsync(ReadOnlyMemory<byte> body) => Response.Body.WriteAsync(body, Aborted).AsTask();

    public Task FlushAsync() => Response.Body.FlushAsync(Aborted);

    /// <summary>Says how many bytes follow. Where fewer do, the connection closes after them.</summary>
    public void Announce(int bytes) => Response.ContentLength = bytes;

    public void SetStatus(int status) => Response.StatusCode = status;

    public void SetHeader(string name, string value) => Response.Headers[name] = value;

    public Task WaitAsync(TimeSpan time) => Task.Delay(time, clock, Aborted);

    /// <summary>Resets the connection.</summary>
    public Task ResetAsync()
    {
        TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Aborted.UnsafeRegister(static aborted => ((TaskCompletionSource)aborted!).SetResult(), aborted);
        context.Abort();

        // The token learns of it a little later, and from the token the log learns that there was no answer.
        return aborted.Task;
    }
}
