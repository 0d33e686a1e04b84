using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Transport;

public class TimeTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_request_that_is_not_answered_in_time_is_a_timeout()
    {
        StubServer server = new StubServer().Answers(NeverAsync);
        Task reading = server.Client(options => options.TimeProvider = _clock).BillingMilestones.GetAsync(42);

        Assert.Equal([TimeSpan.FromSeconds(190)], _clock.Waiting);
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(190));

        KantataTimeoutException e = await Assert.ThrowsAsync<KantataTimeoutException>(() => reading);
        Assert.Equal(("GET", "/billing_milestones/42", null), (e.Method, e.Path, e.RequestId));
        Assert.Equal("GET /billing_milestones/42 was not answered in time.", e.Message);
    }

    [Fact]
    public async Task A_body_that_does_not_end_in_time_is_a_timeout_that_keeps_the_request_id()
    {
        StubServer server = new StubServer().Answers(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) };
            response.Headers.Add("X-Request-Id", "r-1");
            return response;
        });
        Task reading = server.Client(options => options.TimeProvider = _clock).BillingMilestones.GetAsync(42);

        _clock.Advance(TimeSpan.FromSeconds(190));

        Assert.Equal("r-1", (await Assert.ThrowsAsync<KantataTimeoutException>(() => reading)).RequestId);
    }

    [Fact]
    public async Task A_call_that_the_caller_ends_is_cancelled_and_no_timeout()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer().Answers(NeverAsync);
        Task reading = server.Client(options => options.TimeProvider = _clock).BillingMilestones.GetAsync(42, cancellationToken: stop.Token);

        await stop.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(stop.Token, e.CancellationToken);
        Assert.True(reading.IsCanceled);
        Assert.Empty(_clock.Waiting);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_sends_nothing()
    {
        StubServer server = new StubServer().Answers("{}");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().BillingMilestones.GetAsync(42, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task The_timeout_of_the_callers_HttpClient_is_a_timeout_too()
    {
        StubServer server = new StubServer().Answers((HttpRequestMessage _) => throw new TaskCanceledException("", new TimeoutException()));

        await Assert.ThrowsAsync<KantataTimeoutException>(() => server.Client().BillingMilestones.GetAsync(42));
    }

    [Fact]
    public async Task After_an_answer_no_timer_is_left()
    {
        StubServer server = new StubServer().Answers("{}");

        await server.Client(options => options.TimeProvider = _clock).SendAsync(HttpMethod.Get, "/x");

        Assert.Empty(_clock.Waiting);
    }

    private static async Task<HttpResponseMessage> NeverAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("The delay has no end.");
    }

    /// <summary>Gives one byte, and then waits for the next until it is told to stop.</summary>
    private sealed class EndlessStream : Stream
    {
        private bool _started;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_started)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            _started = true;
            buffer.Span[0] = (byte)'{';
            return 1;
        }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
