using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kantata.Runtime.Tests.Testing;

/// <summary>A server that keeps its connections open, until it is asked for <c>/break</c>: then it reads the request and ends the connection without an answer.</summary>
public sealed class BreakingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _received = [];
    private readonly Task _serving;

    public BreakingServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/");

    /// <summary>The methods and paths that came.</summary>
    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
            NetworkStream stream = client.GetStream();
            while (await ReadRequestAsync(stream) is { } request)
            {
                lock (_received)
                {
                    _received.Add(request);
                }

                if (request.EndsWith("/break", StringComparison.Ordinal))
                {
                    break;
                }

                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), _stop.Token);
            }
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        string line = head.ToString();
        return line[..line.IndexOf(" HTTP/", StringComparison.Ordinal)];
    }
}
