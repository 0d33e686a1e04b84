namespace Kantata.Runtime;

/// <summary>One object.</summary>
internal sealed class SingleBody(string? wrapper, RequestModel model) : IRequestBody
{
    public HttpContent CreateContent()
    {
        PooledBuffer buffer = new();
        try
        {
            RequestWriter.WriteBody(buffer, wrapper, model);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        return new JsonBufferContent(buffer);
    }
}

/// <summary>Many objects.</summary>
internal sealed class BulkBody(string wrapper, IReadOnlyList<RequestModel> models) : IRequestBody
{
    public HttpContent CreateContent()
    {
        PooledBuffer buffer = new();
        try
        {
            RequestWriter.WriteBody(buffer, wrapper, models);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        return new JsonBufferContent(buffer);
    }
}

/// <summary>Content that the caller made and owns, so that it can be sent once.</summary>
internal sealed class CallerBody(HttpContent content) : IRequestBody
{
    public HttpContent CreateContent() => content;
}
