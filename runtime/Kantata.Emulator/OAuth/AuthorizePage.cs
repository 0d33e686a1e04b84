using System.Text;
using System.Text.Encodings.Web;
using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.OAuth;

/// <summary>What users see in their browser.</summary>
internal static class AuthorizePage
{
    public const string Answer = "answer";
    public const string Allow = "allow";

    /// <summary>The question whether the application may act for the user.</summary>
    public static ApiResponse Question(AuthorizeRequest request) => Page(StatusCodes.Status200OK, $"""
        <h1>Give access?</h1>
        <p>{Text(request.ClientId)} wants to act for you at this emulator of Kantata OX. You will be sent back to {Text(request.RedirectAddress.OriginalString)}.</p>
        <form method="post"><button name="{Answer}" value="{Allow}">Allow</button> <button name="{Answer}" value="deny">Deny</button></form>
        """);

    public static ApiResponse Fault(string fault) => Page(StatusCodes.Status400BadRequest, $"""
        <h1>Nobody can be asked</h1>
        <p>{Text(fault)}</p>
        """);

    private static ApiResponse Page(int status, string body) => new(status, Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Kantata.Emulator</title></head>
        <body>
        {body}
        </body>
        </html>

        """), "text/html; charset=utf-8");

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
