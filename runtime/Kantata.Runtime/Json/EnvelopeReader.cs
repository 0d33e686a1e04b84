namespace Kantata.Runtime;

/// <summary>Reads an answer of collections in one pass, whatever the order of its members.</summary>
internal static class EnvelopeReader
{
    /// <exception cref="UnreadableResponseException">The answer is not what the operation says.</exception>
    public static Envelope Read(ResponseBody body, Operation operation, QueryParameters parameters, KantataConnection connection) =>
        Read(body, operation, ContextFor(operation, parameters, connection));

    /// <summary>What the reading of one answer shares, or of several whose objects are to be the same.</summary>
    public static ReadContext ContextFor(Operation operation, QueryParameters parameters, KantataConnection connection) =>
        new(new ResponseScope(FormatOf(operation), parameters), connection);

    /// <summary>Reads an answer into what others have brought: an object that is there already takes over what comes of it now.</summary>
    /// <exception cref="UnreadableResponseException">The answer is not what the operation says.</exception>
    public static Envelope Read(ResponseBody body, Operation operation, ReadContext context) =>
        AnswerReader.Read(body, context, (body, FormatOf(operation), context), Read);

    private static Envelope Read(ref JsonCursor json, (ResponseBody Body, ResponseFormat Format, ReadContext Context) answer)
    {
        (ResponseBody body, ResponseFormat format, ReadContext context) = answer;
        KantataReference[]? results = null;
        KantataReference? alone = null;
        int? count = null;
        EnvelopeMeta meta = default;
        if (!json.IsObject)
        {
            throw json.Unreadable("an object of collections");
        }

        json.Enter();
        while (json.NextMember(out ReadOnlySpan<byte> name))
        {
            if (format.IndexOf(name) is >= 0 and int collection)
            {
                ReceivedCollection received = context.Scope.CollectionAt(collection) ?? new(format.Collections[collection], body, context);
                context.Scope.Put(collection, received);
                alone = ReadCollection(ref json, received, body.Bytes.Span, context) ?? alone;
            }
            else if (name.SequenceEqual("results"u8))
            {
                results = ReadResults(ref json, format);
            }
            else if (name.SequenceEqual("count"u8))
            {
                count = json.Count();
            }
            else if (name.SequenceEqual("meta"u8))
            {
                meta = ReadMeta(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        // An answer that holds one object and no references to any has answered that object.
        if (results is null && alone is { } only && only.Key == format.Key)
        {
            results = [only];
        }

        return new Envelope(body, context.Scope, results ?? throw body.Unreadable("it does not say which objects were asked for", "results"), count, meta);
    }

    /// <summary>Reads the objects of a collection. Where in their place one object stands by itself, as a few singular keys have it, it is told.</summary>
    private static KantataReference? ReadCollection(ref JsonCursor json, ReceivedCollection collection, ReadOnlySpan<byte> bytes, ReadContext context)
    {
        ObjectShape shape = collection.Description.Shape;
        MemberOrder order = context.OrderOf(shape);
        if (json.IsObject && json.IsObjectOf(shape))
        {
            KantataEntity only = ReadEntity(ref json, order, bytes, known: null, out ReadOnlySpan<byte> itsJson);
            collection.KeepJson(only.Identity, itsJson);
            collection.Add(only.Identity, only);
            return new KantataReference(collection.Description.Key, only.Identity);
        }

        if (!json.TryBeginObject("a collection of objects by their ids"))
        {
            return null;
        }

        EntityBuffer entities = context.TakeBuffer();
        try
        {
            while (json.NextMember(out IdValue key))
            {
                if (key.IsEmpty)
                {
                    throw new JsonValueException("an id was said, and an empty name came", json.Position);
                }

                KantataEntity entity = ReadEntity(ref json, order, bytes, collection.Find(key), out ReadOnlySpan<byte> itsJson);
                entity.IdentifyBy(key);
                collection.KeepJson(key, itsJson);
                entities.Add(key, entity);
            }

            entities.CopyTo(collection);
            return null;
        }
        finally
        {
            context.GiveBack(entities);
        }
    }

    private static KantataEntity ReadEntity(ref JsonCursor json, MemberOrder order, ReadOnlySpan<byte> bytes, KantataEntity? known, out ReadOnlySpan<byte> itsJson)
    {
        int start = json.Position;
        KantataEntity entity = known ?? Create(order.Shape);
        json.ReadInto(entity, order);
        itsJson = bytes[start..json.Position];
        return entity;
    }

    private static KantataEntity Create(ObjectShape shape)
    {
        KantataEntity entity = (KantataEntity)shape.Create();
        entity.MarkCameAlong();
        return entity;
    }

    private static ResponseFormat FormatOf(Operation operation) =>
        operation.Format ?? throw new ArgumentException($"{operation.Path} does not say what it answers.", nameof(operation));

    private static KantataReference[]? ReadResults(ref JsonCursor json, ResponseFormat format)
    {
        if (!json.TryBeginArray("a list of references"))
        {
            return null;
        }

        KantataReference[] results = new KantataReference[json.CountAhead((byte)'{')];
        int count = 0;
        while (json.NextItem())
        {
            if (count == results.Length)
            {
                Array.Resize(ref results, Math.Max(4, count * 2));
            }

            int start = json.Position;
            results[count++] = json.TryPassReference(format, out IdValue id) ? new KantataReference(format.Key, id)
                : json.Reference(format) ?? throw new JsonValueException("a reference of key and id was said", start);
        }

        if (count < results.Length)
        {
            Array.Resize(ref results, count);
        }

        return results;
    }

    private static EnvelopeMeta ReadMeta(ref JsonCursor json)
    {
        EnvelopeMeta meta = default;
        if (!json.TryBeginObject("an object"))
        {
            return meta;
        }

        while (json.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("count"u8))
            {
                meta.Count = json.Count();
            }
            else if (name.SequenceEqual("page_count"u8))
            {
                meta.PageCount = json.Count();
            }
            else if (name.SequenceEqual("page_size"u8))
            {
                meta.PageSize = json.Count();
            }
            else
            {
                json.Skip();
            }
        }

        return meta;
    }
}
