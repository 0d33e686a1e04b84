using System.Buffers;
using System.Text;

namespace Kantata.Runtime.Tests.Transport;

public class JsonBufferContentTests
{
    [Fact]
    public async Task It_is_sent_as_JSON_of_a_known_length()
    {
        using JsonBufferContent content = Content("{\"a\":\"é\"}");

        Assert.Equal("{\"a\":\"é\"}", await content.ReadAsStringAsync());
        Assert.Equal("application/json", content.Headers.ContentType?.ToString());
        Assert.Equal(10, content.Headers.ContentLength);
    }

    [Fact]
    public async Task Nothing_is_sent_from_memory_that_went_back()
    {
        JsonBufferContent content = Content("{}");
        content.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => content.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task Memory_that_is_still_being_sent_from_does_not_go_back()
    {
        JsonBufferContent content = Content("{\"kept\":true}");
        HeldStream held = new();
        Task sending = content.CopyToAsync(held);

        content.Dispose();
        byte[] other = ArrayPool<byte>.Shared.Rent(4096);
        other.AsSpan().Clear();
        held.Continue();
        await sending;

        Assert.Equal("{\"kept\":true}", held.Text);
        ArrayPool<byte>.Shared.Return(other);
    }

    private static JsonBufferContent Content(string json)
    {
        PooledBuffer buffer = new();
        buffer.Write(Encoding.UTF8.GetBytes(json));
        return new JsonBufferContent(buffer);
    }

    /// <summary>Looks at what it is given only when it is told to continue.</summary>
    private sealed class HeldStream : MemoryStream
    {
        private readonly TaskCompletionSource _continue = new();

        public string Text => Encoding.UTF8.GetString(ToArray());

        public void Continue() => _continue.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _continue.Task;
            Write(buffer.Span);
        }
    }
}
