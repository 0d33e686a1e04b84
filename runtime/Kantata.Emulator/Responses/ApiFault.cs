using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Responses;

/// <summary>A request that is answered with errors.</summary>
internal sealed class ApiFault(int status, IReadOnlyList<ApiError> errors) : Exception(string.Join(" ", errors.Select(error => error.Message)))
{
    public int Status { get; } = status;

    public IReadOnlyList<ApiError> Errors { get; } = errors;

    public static ApiFault Unauthorized() =>
        new(StatusCodes.Status401Unauthorized, [new(ApiErrorTypes.OAuth, "The access token is missing or not valid.")]);

    public static ApiFault BadRequest(string message) => new(StatusCodes.Status400BadRequest, [new(ApiErrorTypes.System, message)]);

    public static ApiFault NotFound(string message) => new(StatusCodes.Status404NotFound, [new(ApiErrorTypes.System, message)]);

    public static ApiFault NotEmulated(string message) => new(StatusCodes.Status501NotImplemented, [new(ApiErrorTypes.System, message)]);

    public static ApiFault Invalid(string field, string fault) =>
        new(StatusCodes.Status422UnprocessableEntity, [new(ApiErrorTypes.Validation, field + " " + fault, field)]);
}
