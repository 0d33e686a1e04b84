using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kantata.Runtime.Tests.Testing;

/// <summary>A server on a port of this machine that gives one answer, byte for byte, to every request.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _received = [];
    private readonly Task _serving;
    private readonly byte[] _answer;

    public LoopbackServer(string answer)
        : this(Encoding.UTF8.GetBytes(answer))
    {
    }

    public LoopbackServer(byte[] answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The heads of the requests that came.</summary>
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

    /// <summary>A client with connections of its own that sends each request once.</summary>
    public KantataClient Client() => new(new KantataClientOptions { AccessToken = "secret-token", BaseAddress = Address, Retry = new() { Enabled = false } });

    public static string Json(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public static string RedirectTo(Uri address) => $"HTTP/1.1 302 Found\r\nLocation: {address}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

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
            string head = await ReadHeadAsync(stream);
            lock (_received)
            {
                _received.Add(head);
            }

            await stream.WriteAsync(_answer, _stop.Token);
            client.Client.Shutdown(SocketShutdown.Send);
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                break;
            }

            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return head.ToString();
    }
}
