using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace SignIn;

/// <summary>Where the user's browser is sent back to: an address of this computer that nobody else can reach.</summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private const string Path = "/callback";

    private readonly TaskCompletionSource<Uri> _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _application;

    private CallbackListener(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public Uri Address => new(_application.Urls.Single() + Path);

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The TCP port; 0 for a free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<CallbackListener> StartAsync(int port, CancellationToken cancellationToken)
    {
        CallbackListener listener = new(port);
        try
        {
            await listener._application.StartAsync(cancellationToken);
            return listener;
        }
        catch
        {
            await listener._application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for the user, and gives the whole address that they came back to.</summary>
    public Task<Uri> ReceiveAsync(CancellationToken cancellationToken) => _received.Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // The browser gets its page before the connection ends.
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        // Browsers ask for icons too.
        if (context.Request.Path != Path)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Thank you. You can close this page and go back to the program.", context.RequestAborted);
        await context.Response.CompleteAsync();
        _received.TrySetResult(new Uri(context.Request.GetEncodedUrl()));
    }
}
