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
}
