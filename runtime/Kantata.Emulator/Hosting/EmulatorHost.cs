using System.Net;
using Kantata.Emulator.Misbehaviour;
using Kantata.Emulator.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Puts the HTTP server together. It takes nothing from the environment or from files of the test process.</summary>
internal static class EmulatorHost
{
    /// <summary>Where the API begins.</summary>
    public static PathString BasePath { get; } = new("/api/v1");

    public static WebApplication Build(int port, RequestLog log, FaultDispatch faults, FileDownloads files, OAuthEndpoints oauth, Authentication authentication, ApiEndpoint api)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        WebApplication application = builder.Build();
        application.UsePathBase(BasePath);
        application.Use(RequestIds.InvokeAsync);
        application.Use(log.InvokeAsync);
        // Whatever stands between the client and the API belongs here: it is seen in the log and needs no token.
        application.Use(faults.InvokeAsync);
        application.Use(FaultAnswers.InvokeAsync);
        application.Use(files.InvokeAsync);
        application.Use(oauth.InvokeAsync);
        application.Use(authentication.InvokeAsync);
        application.Run(api.InvokeAsync);
        return application;
    }
}
