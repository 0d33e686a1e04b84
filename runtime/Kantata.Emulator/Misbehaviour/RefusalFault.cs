using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>429 by the API.</summary>
internal sealed record RefusalFault(string? RetryAfter) : Fault
{
    internal override Task HappenAsync(FaultyExchange exchange)
    {
        if (RetryAfter is not null)
        {
            exchange.SetHeader("Retry-After", RetryAfter);
        }

        return exchange.SendAsync(ApiResponse.FromErrors(StatusCodes.Status429TooManyRequests, [new ApiError(ApiErrorTypes.System, "There were too many requests.")]));
    }

    private protected override string Describe() => RetryAfter is null ? "429" : $"429, Retry-After: {RetryAfter}";
}
