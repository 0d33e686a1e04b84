using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kantata.Resilience.Tests.Clocks;

namespace Kantata.Resilience.Tests.Service;

/// <summary>
/// The service within the process: time entries to read, billing milestones to create, and what goes wrong according to a schedule. It
/// answers as the emulator does but without connections, so that thousands of requests take no time and happen in the same order
/// for the same seed.
/// </summary>
internal sealed class FaultyService(TroubleSchedule schedule, SkippingClock clock, int records) : HttpMessageHandler
{
    private readonly object _gate = new();
    private int _underWay;
    private int _openBodies;

    public TroubleSchedule Schedule => schedule;

    public RecordList Records { get; } = new(records);

    public WriteBook Writes { get; } = new();

    /// <summary>How many requests have come in.</summary>
    public int Requests { get; private set; }

    /// <summary>How many requests are being answered.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>How many answers have neither been read to their end nor let go.</summary>
    public int OpenBodies => Volatile.Read(ref _openBodies);

    /// <summary>What happens when a request has come in, told how many came before it.</summary>
    public Action<int>? Arriving { get; set; }

    /// <summary>How many pages the reader has been given.</summary>
    public Func<int> PagesGiven { get; set; } = () => 0;

    /// <summary>The most pages that were asked for and not yet given to the reader.</summary>
    public int MostPagesAhead { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            Exchange exchange = await Exchange.ReadAsync(request).ConfigureAwait(false);
            Trouble trouble = Receive(exchange, cancellationToken);

            // Requests that are under way together overtake one another.
            await clock.WaitAsync(TimeSpan.FromMilliseconds(1 + Number(150)), cancellationToken).ConfigureAwait(false);
            return await AnswerAsync(exchange, trouble, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private Trouble Receive(Exchange exchange, CancellationToken cancellationToken)
    {
        int number;
        Trouble trouble;
        lock (_gate)
        {
            number = Requests++;
            MostPagesAhead = Math.Max(MostPagesAhead, exchange.Page - PagesGiven());
            trouble = schedule.Next(exchange.Name);
            if (trouble == Trouble.NotConnected)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection was refused.");
            }

            Writes.Arrive(exchange.Titles);
        }

        Arriving?.Invoke(number);
        if (cancellationToken.IsCancellationRequested && number % 2 == 0)
        {
            // What is under way when the client gives up may be carried out all the same.
            _ = CarryOut(exchange);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return trouble;
    }

    private async Task<HttpResponseMessage> AnswerAsync(Exchange exchange, Trouble trouble, CancellationToken cancellationToken)
    {
        switch (trouble)
        {
            case Trouble.Refused or Trouble.Storm:
                return Refusal(null);
            case Trouble.RefusedForSeconds:
                return Refusal(new RetryConditionHeaderValue(TimeSpan.FromSeconds(Number(120))));
            case Trouble.RefusedUntil:
                return Refusal(new RetryConditionHeaderValue(clock.GetUtcNow() + TimeSpan.FromSeconds(Number(120))));
            case Trouble.BadGateway:
                Settle(exchange);
                return Page(HttpStatusCode.BadGateway);
            case Trouble.Unavailable:
                Settle(exchange);
                return Page(HttpStatusCode.ServiceUnavailable);
            case Trouble.GatewayTimeout:
                Settle(exchange);
                return Page(HttpStatusCode.GatewayTimeout);
            case Trouble.GatewayTimeoutAfterwards:
                _ = CarryOut(exchange);
                return Page(HttpStatusCode.GatewayTimeout);
            case Trouble.Latency:
                Settle(exchange);
                await clock.WaitAsync(TimeSpan.FromSeconds(1 + Number(60)), cancellationToken).ConfigureAwait(false);
                return Answer(CarryOut(exchange));
            case Trouble.Silence:
                Settle(exchange);
                await clock.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                break;
            case Trouble.SilenceAfterwards:
                _ = CarryOut(exchange);
                await clock.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                break;
            case Trouble.Reset:
                Settle(exchange);
                break;
            case Trouble.ResetAfterwards:
                _ = CarryOut(exchange);
                break;
            case Trouble.CutOff:
                return Answer(CarryOut(exchange), breaks: true);
            case Trouble.SlowBody:
                TimeSpan pause = TimeSpan.FromSeconds(1 + Number(70));
                return Answer(CarryOut(exchange, isAnswered: true), beforePiece: stop => clock.WaitAsync(pause, stop));
            case Trouble.Malformed:
                byte[] whole = CarryOut(exchange);
                return Answer(whole[..(whole.Length / 2)]);
            case Trouble.Empty:
                _ = CarryOut(exchange);
                return Answer([]);
            case Trouble.Html:
                _ = CarryOut(exchange);
                return Page(HttpStatusCode.OK);
            case Trouble.Added:
                lock (_gate)
                {
                    Change(Records.Add);
                }

                return Answer(CarryOut(exchange, isAnswered: true));
            case Trouble.Removed:
                lock (_gate)
                {
                    Change(() => Records.RemoveAt(schedule.Number(Records.Count)));
                }

                return Answer(CarryOut(exchange, isAnswered: true));
            default:
                return Answer(CarryOut(exchange, isAnswered: true));
        }

        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }

    /// <summary>Does what is asked.</summary>
    /// <param name="exchange">What is asked.</param>
    /// <param name="isAnswered">Whether the client gets the whole answer.</param>
    private byte[] CarryOut(Exchange exchange, bool isAnswered = false)
    {
        lock (_gate)
        {
            if (exchange.IsWrite)
            {
                IReadOnlyList<(int Id, string Title)> made = Writes.CarryOut(exchange.Titles);
                if (exchange.IsDeletion)
                {
                    return [];
                }

                return Envelope.Of("billing_milestones", made.Select(milestone => (milestone.Id, $"\"title\":\"{milestone.Title}\"")), made.Count, 1, made.Count);
            }

            if (isAnswered)
            {
                Records.Answered();
            }

            IReadOnlyList<int> ids = Records.Page(exchange.Start, exchange.Size);
            return Envelope.Of("time_entries", ids.Select(id => (id, string.Create(CultureInfo.InvariantCulture, $"\"time_in_minutes\":{id}"))), Records.Count, exchange.Page, exchange.Size);
        }
    }

    // Up to four records at once: one that is removed between two pages is made up for by their overlap alone.
    private void Change(Action change)
    {
        for (int times = 1 + schedule.Number(4); times > 0 && Records.Count > 1; times--)
        {
            change();
        }
    }

    private void Settle(Exchange exchange)
    {
        lock (_gate)
        {
            Writes.Settle(exchange.Titles);
        }
    }

    private int Number(int end)
    {
        lock (_gate)
        {
            return schedule.Number(end);
        }
    }

    private HttpResponseMessage Refusal(RetryConditionHeaderValue? retryAfter)
    {
        HttpResponseMessage response = Response(HttpStatusCode.TooManyRequests, """{"errors":[{"type":"system","message":"There were too many requests."}]}"""u8.ToArray(), "application/json");
        response.Headers.RetryAfter = retryAfter;
        return response;
    }

    private HttpResponseMessage Page(HttpStatusCode status) => Response(status, Encoding.UTF8.GetBytes($"<html><head><title>{(int)status}</title></head></html>"), "text/html");

    private HttpResponseMessage Answer(byte[] body, Func<CancellationToken, Task>? beforePiece = null, bool breaks = false) =>
        Response(HttpStatusCode.OK, body, "application/json", beforePiece, breaks);

    private HttpResponseMessage Response(HttpStatusCode status, byte[] body, string mediaType, Func<CancellationToken, Task>? beforePiece = null, bool breaks = false)
    {
        Interlocked.Increment(ref _openBodies);
        HttpResponseMessage response = new(status)
        {
            Content = new StreamContent(new AnswerStream(body, beforePiece, breaks, () => Interlocked.Decrement(ref _openBodies))),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        response.Content.Headers.ContentLength = body.Length;
        response.Headers.Add("X-Request-Id", string.Create(CultureInfo.InvariantCulture, $"request-{Requests}"));
        return response;
    }
}
