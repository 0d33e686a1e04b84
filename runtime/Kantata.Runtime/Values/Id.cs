using System.ComponentModel;

namespace Kantata;

/// <summary>
/// The id of a <typeparamref name="T"/>: an <c>Id&lt;Workspace&gt;</c> cannot be given where an <c>Id&lt;Story&gt;</c> is asked for.
/// Converts from an integer by itself and from a text by a cast.
/// </summary>
/// <typeparam name="T">The entity that the id belongs to.</typeparam>
public readonly struct Id<T> : IEquatable<Id<T>>
{
    /// <summary>Makes an id of its value.</summary>
    public Id(IdValue value) => Value = value;

    /// <summary>The number or text that the id holds.</summary>
    public IdValue Value { get; }

    /// <summary>Whether this is no id: the value that an unset id has.</summary>
    public bool IsEmpty => Value.IsEmpty;

    /// <summary>The id, or null where this is none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Id<T>? OrNull => IsEmpty ? null : this;

    /// <summary>The id as the API writes it; empty where there is no id.</summary>
    public override string ToString() => Value.ToString();

    /// <inheritdoc/>
    public bool Equals(Id<T> other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Id<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Whether both are the same id.</summary>
    public static bool operator ==(Id<T> left, Id<T> right) => left.Equals(right);

    /// <summary>Whether the ids differ.</summary>
    public static bool operator !=(Id<T> left, Id<T> right) => !left.Equals(right);

    /// <summary>Makes an id of a number.</summary>
    public static implicit operator Id<T>(long number) => new(new IdValue(number));

    /// <summary>Makes an id of a text.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or empty.</exception>
    public static explicit operator Id<T>(string text) => new(new IdValue(text));
}
