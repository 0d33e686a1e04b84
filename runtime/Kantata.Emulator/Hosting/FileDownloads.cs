using Kantata.Emulator.Responses;
using Kantata.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Hands out the files that were uploaded. Who has the address of one needs no token, as with the real ones.</summary>
internal sealed class FileDownloads(EntityStore store)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!FileAddress.TryParse(context.Request, out string? collection, out string? id))
        {
            return next(context);
        }

        StoredFile file = store.Current.Find(collection, id)?.File ?? throw ApiFault.NotFound($"There is no file at {context.Request.Path}.");
        return new ApiResponse(StatusCodes.Status200OK, file.Bytes, file.ContentType).SendAsync(context.Response);
    }
}
