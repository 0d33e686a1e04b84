namespace Kantata.Emulator.Responses;

/// <summary>One error of a response.</summary>
/// <param name="Type">One of the <see cref="ApiErrorTypes"/>.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Field">The field or parameter that is wrong; null unless it is a validation error.</param>
internal sealed record ApiError(string Type, string Message, string? Field = null);

/// <summary>The types of errors.</summary>
internal static class ApiErrorTypes
{
    public const string OAuth = "oauth";
    public const string System = "system";
    public const string Validation = "validation";
}
