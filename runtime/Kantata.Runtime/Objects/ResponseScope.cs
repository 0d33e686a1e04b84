namespace Kantata.Runtime;

/// <summary>What one response brought and what had been asked for: where its objects find each other.</summary>
internal sealed class ResponseScope
{
    private readonly ResponseFormat? _format;
    private readonly ReceivedCollection?[] _collections;

    public ResponseScope(ResponseFormat? format, QueryParameters parameters)
    {
        _format = format;
        _collections = format is null ? [] : new ReceivedCollection?[format.Collections.Length];
        Parameters = parameters;
    }

    public QueryParameters Parameters { get; }

    public void Put(int index, ReceivedCollection collection) => _collections[index] = collection;

    public ReceivedCollection? CollectionAt(int index) => _collections[index];

    /// <summary>A collection as it came; null where it did not.</summary>
    public ReceivedCollection? CollectionOf(string key)
    {
        int index = _format is null ? -1 : _format.IndexOf(key);
        return index < 0 ? null : _collections[index];
    }
}
