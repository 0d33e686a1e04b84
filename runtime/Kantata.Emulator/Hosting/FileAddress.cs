using System.Diagnostics.CodeAnalysis;
using Kantata.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Where the files of records are, beside the API: <c>/files/attachments/42/receipt.pdf</c>.</summary>
internal static class FileAddress
{
    private const string Root = "files";

    public static string Of(string origin, string collection, string id, StoredFile file) =>
        $"{origin}/{Root}/{collection}/{Uri.EscapeDataString(id)}/{Uri.EscapeDataString(file.Name)}";

    public static bool TryParse(HttpRequest request, [NotNullWhen(true)] out string? collection, [NotNullWhen(true)] out string? id)
    {
        string[] segments = request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        bool isFile = !request.PathBase.HasValue && request.Method == HttpMethods.Get && segments is [Root, _, _, ..];
        (collection, id) = isFile ? (segments[1], segments[2]) : (null, null);
        return isFile;
    }
}
