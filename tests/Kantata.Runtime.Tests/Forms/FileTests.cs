using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Forms;

public sealed class FileTests : IDisposable
{
    private readonly StubServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_file_on_disk_is_opened_for_each_request_and_closed_after_it()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "hello");
            KantataFile file = KantataFile.FromPath(path);

            Assert.Contains("hello", await SentAsync(file), StringComparison.Ordinal);
            await File.WriteAllTextAsync(path, "again");
            Assert.Contains("again", await SentAsync(file), StringComparison.Ordinal);

            Assert.Equal(Path.GetFileName(path), file.FileName);
            Assert.Equal("application/octet-stream", file.MediaType);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_at_once()
    {
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => KantataFile.FromPath("no-such-file.pdf"));

        Assert.Equal("no-such-file.pdf", e.FileName);
    }

    [Fact]
    public void A_file_may_be_called_otherwise_for_the_server()
    {
        string path = Path.GetTempFileName();
        try
        {
            KantataFile file = KantataFile.FromPath(path, "image/png", "photo.png");

            Assert.Equal(("photo.png", "image/png"), (file.FileName, file.MediaType));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stood_and_stays_open()
    {
        using MemoryStream stream = new("skipped:hello"u8.ToArray());
        stream.Position = 8;
        KantataFile file = KantataFile.FromStream(stream, "a.txt");

        string first = await SentAsync(file);
        string second = await SentAsync(file);

        Assert.Contains("\r\n\r\nhello\r\n", first, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nhello\r\n", second, StringComparison.Ordinal);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once_and_no_empty_file_after_it()
    {
        using OneWayStream stream = new(length: 5);
        KantataFile file = KantataFile.FromStream(stream, "a.txt");

        Assert.Contains("\r\n\r\nxxxxx\r\n", await SentAsync(file), StringComparison.Ordinal);
        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => SentAsync(file));

        Assert.Equal("The stream of the file \"a.txt\" was sent before, and it cannot be read again because it cannot seek.", e.Message);
        Assert.Single(_server.Received);
        Assert.False(stream.IsDisposed);
    }

    [Fact]
    public void A_body_knows_whether_it_can_be_sent_again()
    {
        using MemoryStream seeks = new();
        using OneWayStream flows = new(length: 5);

        Assert.True(CanBeSentAgain(KantataFile.FromBytes(default, "a")));
        Assert.True(CanBeSentAgain(KantataFile.FromStream(seeks, "a")));
        Assert.False(CanBeSentAgain(KantataFile.FromStream(flows, "a")));
    }

    [Fact]
    public async Task A_large_file_is_never_held_as_a_whole()
    {
        const long length = 64L * 1024 * 1024;
        using OneWayStream stream = new(length);
        long largestLead = 0;
        long received = 0;
        using MeasuringHandler handler = new(written =>
        {
            received += written;
            largestLead = Math.Max(largestLead, stream.BytesRead - received);
        });
        using HttpClient http = new(handler);
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", BaseAddress = new Uri("https://api.test/v1/") }, http);

        await kantata.Attachments.ImportAsync(new() { Data = KantataFile.FromStream(stream, "large.bin") });

        Assert.Equal(length, stream.BytesRead);
        Assert.InRange(received, length, length + 1000);
        Assert.InRange(largestLead, 0, 1024 * 1024);
        Assert.Null(handler.ContentLength);
    }

    [Fact]
    public async Task A_large_download_is_never_held_as_a_whole()
    {
        const long length = 64L * 1024 * 1024;
        using OneWayStream stream = new(length);
        _server.Answers(_ => new HttpResponseMessage { Content = new StreamContent(stream) });
        long largestLead = 0;
        long received = 0;
        byte[] piece = new byte[64 * 1024];

        await using (Stream file = await _server.Client().Invoices.DownloadAsync(7))
        {
            for (int read; (read = await file.ReadAsync(piece)) > 0;)
            {
                received += read;
                largestLead = Math.Max(largestLead, stream.BytesRead - received);
            }
        }

        Assert.Equal(length, received);
        Assert.InRange(largestLead, 0, 1024 * 1024);
        Assert.True(stream.IsDisposed);
    }

    [Fact]
    public async Task What_is_known_to_be_so_long_says_so()
    {
        using MeasuringHandler handler = new(_ => { });
        using HttpClient http = new(handler);
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", BaseAddress = new Uri("https://api.test/v1/") }, http);
        using MemoryStream stream = new(new byte[1000]);
        stream.Position = 100;

        await kantata.Attachments.ImportAsync(new() { Data = KantataFile.FromStream(stream, "a.bin") });

        Assert.Equal(handler.Written, handler.ContentLength);
        Assert.InRange(handler.Written, 900, 1500);
    }

    [Fact]
    public void What_is_no_file_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KantataFile.FromBytes(default, ""));
        Assert.Throws<ArgumentNullException>(() => KantataFile.FromBytes(default, null!));
        Assert.Throws<ArgumentException>(() => KantataFile.FromPath(""));
        Assert.Throws<ArgumentNullException>(() => KantataFile.FromStream(null!, "a"));
        MemoryStream closed = new();
        closed.Dispose();
        Assert.Equal("The stream cannot be read. (Parameter 'content')", Assert.Throws<ArgumentException>(() => KantataFile.FromStream(closed, "a")).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("png")]
    [InlineData("image/png\r\nX-Other: 1")]
    public void What_is_no_media_type_is_refused(string mediaType)
    {
        Assert.Equal("mediaType", Assert.Throws<ArgumentException>(() => KantataFile.FromBytes(default, "a", mediaType)).ParamName);
    }

    private static bool CanBeSentAgain(KantataFile file)
    {
        FormBody body = new(null, new AttachmentCreateRequest { Filename = "x", Data = file });
        using HttpContent content = body.CreateContent();
        return body.CanBeSentAgain;
    }

    private async Task<string> SentAsync(KantataFile file)
    {
        _server.Answers("{}");
        await _server.Client().Attachments.ImportAsync(new() { Data = file });
        return _server.Received[^1].Body!;
    }
}
