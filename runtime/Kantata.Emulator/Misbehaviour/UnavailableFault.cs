using System.Globalization;
using System.Net;
using System.Text;
using Kantata.Emulator.Responses;
using Microsoft.AspNetCore.WebUtilities;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>A page of HTML by what stands before the API.</summary>
internal sealed record UnavailableFault(HttpStatusCode Status, bool CarriedOut) : Fault
{
    internal override async Task HappenAsync(FaultyExchange exchange)
    {
        if (CarriedOut)
        {
            await exchange.CarryOutAsync();
        }

        string title = string.Create(CultureInfo.InvariantCulture, $"{(int)Status} {ReasonPhrases.GetReasonPhrase((int)Status)}");
        string html = $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n";
        await exchange.SendAsync(new ApiResponse((int)Status, Encoding.UTF8.GetBytes(html), "text/html"));
    }

    private protected override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)Status} in HTML {(CarriedOut ? "after" : "before")} the request was carried out");
}
