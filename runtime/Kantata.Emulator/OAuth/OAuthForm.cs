using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.OAuth;

/// <summary>Reads the forms of OAuth.</summary>
internal static class OAuthForm
{
    /// <summary>Reads the form; null where the body is none.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
