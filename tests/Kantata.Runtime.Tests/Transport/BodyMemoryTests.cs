using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;
using System.Text;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Transport;

public class BodyMemoryTests
{
    // So large that only this test rents memory for it.
    private const int BodyLength = 5_000_000;

    [Fact]
    public async Task The_memory_of_an_answer_goes_back_when_it_was_read()
    {
        using PoolWatch pool = new();

        BillingMilestone milestone = await Server(Page("\"Sign-off\"")).Client().BillingMilestones.GetAsync(42);

        Assert.Equal("Sign-off", milestone.Title);
        pool.AssertOneWasRentedAndAllWentBack();
    }

    [Fact]
    public async Task It_goes_back_when_a_value_cannot_be_read()
    {
        using PoolWatch pool = new();

        await Assert.ThrowsAsync<UnreadableResponseException>(() => Server(Page("{}")).Client().BillingMilestones.GetAsync(42));

        pool.AssertOneWasRentedAndAllWentBack();
    }

    [Fact]
    public async Task It_goes_back_when_the_answer_is_cut_off()
    {
        using PoolWatch pool = new();
        StubServer server = new StubServer().Answers(_ => Answer(new EndingStream(Page("null"), static () => throw new IOException("cut off"))));

        await Assert.ThrowsAsync<KantataConnectionException>(() => server.Client().BillingMilestones.GetAsync(42));

        pool.AssertOneWasRentedAndAllWentBack();
    }

    [Fact]
    public async Task It_goes_back_when_the_caller_gives_up()
    {
        using PoolWatch pool = new();
        using CancellationTokenSource caller = new();
        StubServer server = new StubServer().Answers(_ => Answer(new EndingStream(Page("null"), caller.Cancel)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().BillingMilestones.GetAsync(42, cancellationToken: caller.Token));

        pool.AssertOneWasRentedAndAllWentBack();
    }

    [Fact]
    public void An_answer_costs_its_buffer_and_the_objects_that_it_brings_and_no_copy_of_its_text()
    {
        const string Known = "\"title\":\"Sign-off\",\"total_budget_in_cents\":4200";
        string unknown = $",\"minutes\":\"{new string('x', 4_900)}\"";
        byte[] small = PageOf(1_000, Known);
        byte[] large = PageOf(1_000, Known + unknown);

        long more = LeastAllocated(large) - LeastAllocated(small);

        Assert.InRange(large.Length, BodyLength - 50_000, BodyLength + 50_000);
        Assert.InRange(more, -5_000, 5_000);
    }

    private static byte[] PageOf(int count, string members)
    {
        IEnumerable<int> ids = Enumerable.Range(1, count);
        string results = string.Join(',', ids.Select(id => $$"""{"key":"billing_milestones","id":"{{id}}"}"""));
        string objects = string.Join(',', ids.Select(id => $"\"{id}\":{{{members}}}"));
        return Encoding.UTF8.GetBytes($"{{\"count\":{count},\"results\":[{results}],\"billing_milestones\":{{{objects}}}}}");
    }

    // The first time the pool has no memory yet, and it may give back at any time what it has.
    private static long LeastAllocated(byte[] page)
    {
        Operation operation = new("GET", "/billing_milestones", new ResponseFormat("billing_milestones", new ResponseCollection("billing_milestones", BillingMilestone.Shape)));
        using KantataConnection connection = new(new KantataClientOptions { AccessToken = "token" });
        return Enumerable.Range(0, 10).Min(_ =>
        {
            using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(page) };
            long before = GC.GetAllocatedBytesForCurrentThread();
            ValueTask<ResponseBody> reading = ResponseBody.ReadAsync(new Sending(new ApiCall(HttpMethod.Get, operation.Path, "", null), TimeSpan.MaxValue), response, CancellationToken.None);
            Assert.True(reading.IsCompletedSuccessfully, "the body was not read on this thread alone");
            using ResponseBody body = reading.GetAwaiter().GetResult();
            Assert.Equal(1_000, EnvelopeReader.Read(body, operation, default, connection).ToMany<BillingMilestone>().Count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    private static StubServer Server(byte[] page) =>
        new StubServer().Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(page) });

    private static HttpResponseMessage Answer(Stream body)
    {
        StreamContent content = new(body);
        content.Headers.ContentLength = BodyLength;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private static byte[] Page(string title)
    {
        string page = """{"results":[{"key":"billing_milestones","id":"42"}],"billing_milestones":{"42":{"title":""" + title + "}}}";
        return Encoding.UTF8.GetBytes(page.PadRight(BodyLength));
    }

    /// <summary>Gives all but the last bytes, and then something happens.</summary>
    private sealed class EndingStream(byte[] bytes, Action end) : MemoryStream(bytes, 0, bytes.Length - 10)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
            {
                end();
            }

            return base.ReadAsync(buffer, cancellationToken);
        }
    }

    /// <summary>Notes which arrays, of the size that the body needs, are rented from the shared pool and given back to it.</summary>
    private sealed class PoolWatch : EventListener
    {
        private const int Rented = 1;
        private const int Returned = 3;
        private const int ArrayLength = 8 * 1024 * 1024;

        private readonly ConcurrentDictionary<int, int> _held = new();
        private int _rented;

        public void AssertOneWasRentedAndAllWentBack()
        {
            Assert.Equal(1, _rented);
            Assert.All(_held.Values, held => Assert.Equal(0, held));
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // Both tell the array first and its length second.
            if (eventData.EventId is not (Rented or Returned) || (int)eventData.Payload![1]! != ArrayLength)
            {
                return;
            }

            bool rented = eventData.EventId == Rented;
            _held.AddOrUpdate((int)eventData.Payload[0]!, rented ? 1 : -1, (_, held) => held + (rented ? 1 : -1));
            if (rented)
            {
                Interlocked.Increment(ref _rented);
            }
        }
    }
}
