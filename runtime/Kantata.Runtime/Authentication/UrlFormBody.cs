namespace Kantata.Runtime;

/// <summary>Names and values in the form of a query (<c>application/x-www-form-urlencoded</c>).</summary>
internal sealed class UrlFormBody(params KeyValuePair<string, string>[] fields) : RequestBody
{
    public override HttpContent CreateContent() => new FormUrlEncodedContent(fields);
}
