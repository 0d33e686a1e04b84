using System.Net;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Kantata.Runtime;

/// <summary>Decides whether a call that failed is sent again, and when. It is asked only once a try has failed, so that what goes well costs nothing.</summary>
internal sealed class Retrier
{
    private static readonly ResiliencePropertyKey<Sending> _sending = new("kantata.sending");

    private readonly ResiliencePipeline _pipeline;
    private readonly ElapsedTime _time;
    private readonly ILogger _log;

    public Retrier(KantataRetryOptions options, TimeProvider clock, ElapsedTime time, ILogger log)
    {
        _time = time;
        _log = log;
        _pipeline = options.MaxAttempts == 1 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.BaseDelay,
                MaxDelay = options.MaxDelay,
                UseJitter = true,
                Randomizer = options.Randomizer,
                ShouldHandle = static args => ValueTask.FromResult(
                    args.Outcome.Exception is KantataException failure && MayTryAgain(SendingOf(args.Context), failure)),
                DelayGenerator = static args => ValueTask.FromResult(DelayAfter(args.Outcome.Exception)),
                OnRetry = PrepareRetry,
            })
            .Build();
    }

    /// <summary>What is worth another try. A write is sent again only where the server surely did not carry it out.</summary>
    public static bool MayTryAgain(Sending sending, KantataException failure)
    {
        if (sending.IsOver || failure.MayHaveBeenCarriedOut || sending.Call.Body is { CanBeSentAgain: false })
        {
            return false;
        }

        return failure switch
        {
            KantataRateLimitException or KantataTimeoutException => true,
            KantataUnavailableException { StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,

            // A certificate that is refused now is refused in a minute.
            KantataConnectionException { InnerException: var cause } => cause?.InnerException is not AuthenticationException,
            _ => false,
        };
    }

    /// <summary>Goes on with a call whose first try failed.</summary>
    public async Task<ResponseBody> GoOnAsync(Sending sending, KantataException failure, Func<CancellationToken, ValueTask<ResponseBody>> tryAsync, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(_sending, sending);
        try
        {
            Outcome<ResponseBody> outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (context, state) =>
                {
                    // What Polly takes for the first try is the one that was made without it.
                    if (SendingOf(context).Failure is null)
                    {
                        return Failed(context, state.failure);
                    }

                    try
                    {
                        return Outcome.FromResult(await state.tryAsync(context.CancellationToken).ConfigureAwait(false));
                    }
                    catch (Exception e)
                    {
                        return Failed(context, e);
                    }
                },
                context,
                (failure, tryAsync)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Outcome<ResponseBody> Failed(ResilienceContext context, Exception failure)
    {
        SendingOf(context).Failure = failure as KantataException;
        return Outcome.FromException<ResponseBody>(failure);
    }

    /// <summary>How long to wait; null where the server did not say, so that it is for Polly to reckon.</summary>
    private static TimeSpan? DelayAfter(Exception? failure) => failure switch
    {
        // The governor makes it wait with all others.
        KantataRateLimitException => TimeSpan.Zero,
        KantataApiException { RetryAfter: { } delay } => delay,
        _ => null,
    };

    private ValueTask PrepareRetry(OnRetryArguments<object> args)
    {
        Sending sending = SendingOf(args.Context);
        if (_time.Now + args.RetryDelay >= sending.Deadline)
        {
            sending.IsOver = true;
            ExceptionDispatchInfo.Throw(args.Outcome.Exception!);
        }

        if (_log.IsEnabled(LogLevel.Warning))
        {
            _log.RequestRetried(sending.Call.Method.Method, sending.Call.PathWithoutQuery, sending.Tries, args.RetryDelay.TotalMilliseconds, args.Outcome.Exception!.Message);
        }

        return default;
    }

    private static Sending SendingOf(ResilienceContext context) => context.Properties.GetValue(_sending, null!);
}
