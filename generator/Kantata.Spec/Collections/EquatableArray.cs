namespace Kantata.Spec.Collections;

/// <summary>Makes <see cref="EquatableArray{T}"/> values.</summary>
public static class EquatableArray
{
    /// <summary>Copies <paramref name="items"/> into an array that compares by value.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T>
    {
        T[] copy = [.. items ?? throw new ArgumentNullException(nameof(items))];
        return copy.Length == 0 ? default : new EquatableArray<T>(copy);
    }

    /// <summary>An array of the given items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static EquatableArray<T> Of<T>(params T[] items)
        where T : IEquatable<T> => items.ToEquatableArray();

    /// <summary>The index of the first item of a name; -1 where there is none.</summary>
    internal static int FindIndex<T>(this EquatableArray<T> items, string name, Func<T, string> nameOf)
        where T : IEquatable<T>
    {
        for (int index = 0; index < items.Count; index++)
        {
            if (nameOf(items[index]) == name)
            {
                return index;
            }
        }

        return -1;
    }
}
