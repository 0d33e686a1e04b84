using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Answers requests that failed in the API's form of errors.</summary>
internal static class FaultAnswers
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ApiFault fault)
        {
            await ApiResponse.FromErrors(fault.Status, fault.Errors).SendAsync(context.Response);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await ApiResponse.FromErrors(exception.StatusCode, [new ApiError(ApiErrorTypes.System, exception.Message)]).SendAsync(context.Response);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // A fault of the emulator: the test that meets it must be able to tell what happened.
            ApiError error = new(ApiErrorTypes.System, "The emulator failed: " + exception);
            await ApiResponse.FromErrors(StatusCodes.Status500InternalServerError, [error]).SendAsync(context.Response);
        }
    }
}
