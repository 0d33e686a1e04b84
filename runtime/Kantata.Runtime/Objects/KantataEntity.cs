using System.ComponentModel;

namespace Kantata;

/// <summary>An object of the API that has an id and lives in a collection.</summary>
public abstract class KantataEntity : KantataObject
{
    /// <summary>The id, whatever the type of the entity.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract IdValue Key { get; set; }

    internal IdValue Identity => Key;

    // An entity that does not repeat its id is known by its key in the collection.
    internal void IdentifyBy(IdValue key)
    {
        if (Key.IsEmpty)
        {
            Key = key;
        }
    }
}

/// <summary>An object of the API that has an id and lives in a collection, with its id.</summary>
/// <typeparam name="TSelf">The entity itself.</typeparam>
public abstract class KantataEntity<TSelf> : KantataEntity
{
    /// <summary>The id.</summary>
    public Id<TSelf> Id { get; set; }

    /// <inheritdoc/>
    protected sealed override IdValue Key { get => Id.Value; set => Id = new(value); }
}
