namespace Kantata.Runtime;

/// <summary>What one response brought and what had been asked for: where its objects find each other.</summary>
internal sealed class ResponseScope
{
    private readonly ResponseFormat? _format;
    private readonly Dictionary<IdValue, KantataEntity>?[] _collections;

    public ResponseScope(ResponseFormat? format, QueryParameters parameters)
    {
        _format = format;
        _collections = format is null ? [] : new Dictionary<IdValue, KantataEntity>?[format.Collections.Length];
        Parameters = parameters;
    }

    public QueryParameters Parameters { get; }

    public void Put(int collection, Dictionary<IdValue, KantataEntity> entities) => _collections[collection] = entities;

    /// <summary>The objects of a collection by their ids; null where none came.</summary>
    public Dictionary<IdValue, KantataEntity>? CollectionOf(string key)
    {
        int index = _format is null ? -1 : _format.IndexOf(key);
        return index < 0 ? null : _collections[index];
    }

    public KantataEntity? Find(string collection, IdValue id) => CollectionOf(collection)?.GetValueOrDefault(id);
}
