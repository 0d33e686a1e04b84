namespace Kantata.Runtime;

/// <summary>The objects of one collection of a response, by their ids.</summary>
internal sealed class ReceivedCollection
{
    // As many are found one by one no slower, and need no table.
    private const int Few = 8;

    private readonly SharedObjects? _shared;
    private readonly ResponseBody _body;
    private KeyValuePair<IdValue, KantataEntity>[] _few = [];
    private Dictionary<IdValue, KantataEntity>? _many;

    public ReceivedCollection(ResponseCollection description, ResponseBody body, ReadContext context)
    {
        _body = body;
        Description = description;
        _shared = description.IsShared ? new SharedObjects(description, body, context) : null;
    }

    public ResponseCollection Description { get; }

    /// <summary>Adds objects; of several with one id the last stays.</summary>
    public void AddAll(ReadOnlySpan<KeyValuePair<IdValue, KantataEntity>> entities)
    {
        if (_many is null && _few.Length + entities.Length <= Few)
        {
            AddToFew(entities);
            return;
        }

        if (_many is null)
        {
            // A dictionary that grows leaves behind more than it keeps.
            _many = new Dictionary<IdValue, KantataEntity>(_few.Length + entities.Length);
            AddToMany(_few);
            _few = [];
        }

        AddToMany(entities);
    }

    /// <summary>Keeps an object as it came, where it may be looked for as another type.</summary>
    public void KeepJson(IdValue id, ReadOnlySpan<byte> json) => _shared?.Keep(id, json);

    public KantataEntity? Find(IdValue id) =>
        _many is not null ? _many.GetValueOrDefault(id)
        : IndexOf(_few, id) is >= 0 and int known ? _few[known].Value
        : null;

    /// <summary>Finds an object as what an association, or the caller, takes it for.</summary>
    /// <exception cref="UnreadableResponseException">The object came as another type and cannot be read as this one.</exception>
    public T? Find<T>(IdValue id)
        where T : KantataEntity
    {
        KantataEntity? entity = Find(id);
        return entity is null or T
            ? (T?)entity
            : _shared?.ReadAs<T>(id, entity)
                ?? throw _body.Unreadable($"what is looked for is of type {typeof(T).Name}, and it is of type {entity.GetType().Name}", $"{Description.Key}.{id}");
    }

    private void AddToFew(ReadOnlySpan<KeyValuePair<IdValue, KantataEntity>> entities)
    {
        int count = _few.Length;
        Array.Resize(ref _few, count + entities.Length);
        foreach (KeyValuePair<IdValue, KantataEntity> entity in entities)
        {
            int known = IndexOf(_few.AsSpan(0, count), entity.Key);
            _few[known >= 0 ? known : count++] = entity;
        }

        Array.Resize(ref _few, count);
    }

    private void AddToMany(ReadOnlySpan<KeyValuePair<IdValue, KantataEntity>> entities)
    {
        foreach ((IdValue id, KantataEntity entity) in entities)
        {
            _many![id] = entity;
        }
    }

    private static int IndexOf(ReadOnlySpan<KeyValuePair<IdValue, KantataEntity>> entities, IdValue id)
    {
        for (int i = 0; i < entities.Length; i++)
        {
            if (entities[i].Key.Equals(id))
            {
                return i;
            }
        }

        return -1;
    }
}
