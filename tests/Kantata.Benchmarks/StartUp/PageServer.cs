using System.Net;
using System.Net.Sockets;

namespace Kantata.Benchmarks.StartUp;

/// <summary>Answers every request on the loopback with one page.</summary>
internal sealed class PageServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _answering;

    public PageServer(byte[] page)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _answering = Task.Run(() => AnswerAsync(page));
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _listener.Stop();
        _answering.Wait();
        _listener.Close();
    }

    private async Task AnswerAsync(byte[] page)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
            {
                return;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength64 = page.Length;
            await context.Response.OutputStream.WriteAsync(page);
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
