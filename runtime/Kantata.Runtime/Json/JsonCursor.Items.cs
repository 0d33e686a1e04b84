namespace Kantata.Runtime;

public ref partial struct JsonCursor
{
    // A list is read by a type instead of by a delegate, so that the reading of an item becomes a part of the loop.
    private interface IItemReader<T>
    {
        static abstract bool TryRead(ref JsonCursor json, out T item);
    }

    private readonly struct IdReader<T> : IItemReader<Id<T>>
    {
        public static bool TryRead(ref JsonCursor json, out Id<T> item)
        {
            item = default;
            json.ReadId(ref item);
            return !item.IsEmpty;
        }
    }

    private readonly struct StringReader : IItemReader<string>
    {
        public static bool TryRead(ref JsonCursor json, out string item)
        {
            string? value = json.String();
            item = value!;
            return value is not null;
        }
    }

    private readonly struct Int64Reader : IItemReader<long>
    {
        public static bool TryRead(ref JsonCursor json, out long item)
        {
            long? value = json.Int64();
            item = value.GetValueOrDefault();
            return value.HasValue;
        }
    }

    private readonly struct DecimalReader : IItemReader<decimal>
    {
        public static bool TryRead(ref JsonCursor json, out decimal item)
        {
            decimal? value = json.Decimal();
            item = value.GetValueOrDefault();
            return value.HasValue;
        }
    }

    private readonly struct ValueReader<TSet> : IItemReader<TSet>
        where TSet : struct, IValueSet<TSet>
    {
        public static bool TryRead(ref JsonCursor json, out TSet item)
        {
            TSet? value = json.Value<TSet>();
            item = value.GetValueOrDefault();
            return value.HasValue;
        }
    }
}
