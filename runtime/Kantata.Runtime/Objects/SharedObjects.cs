namespace Kantata.Runtime;

/// <summary>
/// The objects of a collection that several types share (<c>organizations</c> holds geographies and departments, and nothing
/// in an object tells which it is). They are kept as they came and read once more when an association takes one for another type.
/// </summary>
internal sealed class SharedObjects(ResponseCollection collection, ResponseBody body, ReadContext context)
{
    private readonly IdTable<byte[]> _json = new();
    private readonly IdTable<List<KantataEntity>> _read = new();

    public void Keep(IdValue id, ReadOnlySpan<byte> json) => _json.Set(id, json.ToArray());

    /// <summary>Gives an object as another type than it was read as: each time the same one. Null where nothing says how that type is read.</summary>
    /// <exception cref="UnreadableResponseException">The object cannot be read as that type.</exception>
    public T? ReadAs<T>(IdValue id, KantataEntity received)
        where T : KantataEntity
    {
        // What was learned of the order of members belongs to the whole response, and so does the lock.
        lock (context)
        {
            List<KantataEntity>? known = _read.Find(id);
            if (known is null)
            {
                _read.Set(id, known = []);
            }

            foreach (KantataEntity other in known)
            {
                if (other is T same)
                {
                    return same;
                }
            }

            foreach (ObjectShape shape in collection.OtherShapes)
            {
                if (shape.Create() is T entity)
                {
                    ReadInto(entity, shape, id);
                    entity.IdentifyBy(id);
                    entity.CameLike(received);
                    known.Add(entity);
                    return entity;
                }
            }

            return null;
        }
    }

    private void ReadInto(KantataEntity entity, ObjectShape shape, IdValue id)
    {
        byte[] bytes = _json.Find(id)!;
        JsonCursor json = new(bytes, context);
        try
        {
            json.ReadInto(entity, context.OrderOf(shape));
        }
        catch (JsonValueException e)
        {
            // The body's bytes are gone by now; what it was the answer to it still knows.
            throw body.Unreadable($"{e.Message} where {entity.GetType().Name} is looked for", $"{collection.Key}.{id}.{JsonPath.At(bytes, e.Position)}", e);
        }
    }
}
