using System.Globalization;

namespace Kantata.Runtime;

/// <summary>An answer of collections, and what of them was asked for.</summary>
internal sealed class Envelope(ResponseBody body, ResponseScope scope, KantataReference[] results, int? count, EnvelopeMeta meta)
{
    public T ToOne<T>()
        where T : KantataEntity => results.Length > 0
            ? Resolve<T>(0)
            : throw body.Unreadable("one object was asked for and none was answered", "results");

    public IReadOnlyList<T> ToMany<T>()
        where T : KantataEntity
    {
        T[] items = new T[results.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Resolve<T>(i);
        }

        return items;
    }

    public ListPage<T> ToPage<T>(int page, int pageSize)
        where T : KantataEntity
    {
        int total = meta.Count ?? count ?? throw body.Unreadable("a list says how many objects it has", "count");

        // Old answers carry no meta: how many pages there are then follows from what was asked.
        int size = meta.PageSize ?? pageSize;
        int pages = meta.PageCount ?? (int)Math.Ceiling(total / (double)pageSize);
        return new(new Page<T>(ToMany<T>(), total, page, size, pages), results, meta.PageCount is not null);
    }

    private T Resolve<T>(int index)
        where T : KantataEntity
    {
        KantataReference reference = results[index];
        ReceivedCollection? collection = scope.CollectionOf(reference.Key);
        KantataEntity? entity = collection?.Find(reference.Id);
        entity?.MarkRequested();
        return entity as T ?? collection?.Find<T>(reference.Id)
            ?? throw body.Unreadable($"{reference.Key} {reference.Id} is not in the answer", string.Create(CultureInfo.InvariantCulture, $"results[{index}]"));
    }
}
