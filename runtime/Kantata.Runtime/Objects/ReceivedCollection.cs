namespace Kantata.Runtime;

/// <summary>The objects of one collection of a response, by their ids.</summary>
internal sealed class ReceivedCollection
{
    private readonly SharedObjects? _shared;
    private readonly ResponseBody _body;
    private readonly IdTable<KantataEntity> _entities = new();

    public ReceivedCollection(ResponseCollection description, ResponseBody body, ReadContext context)
    {
        _body = body;
        Description = description;
        _shared = description.IsShared ? new SharedObjects(description, body, context) : null;
    }

    public ResponseCollection Description { get; }

    /// <summary>Makes room for as many more objects.</summary>
    public void Expect(int more) => _entities.Expect(more);

    /// <summary>Adds an object; of several with one id the last stays.</summary>
    public void Add(IdValue id, KantataEntity entity) => _entities.Set(id, entity);

    /// <summary>Keeps an object as it came, where it may be looked for as another type.</summary>
    public void KeepJson(IdValue id, ReadOnlySpan<byte> json) => _shared?.Keep(id, json);

    public KantataEntity? Find(IdValue id) => _entities.Find(id);

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
}
