namespace Kantata;

/// <summary>
/// A named set of texts that a field of the API may hold. The set is open: a value that the documents do not name is
/// kept and written back as it came.
/// </summary>
/// <typeparam name="TSelf">The set itself.</typeparam>
public interface IValueSet<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IValueSet<TSelf>
{
    /// <summary>The value as the API writes it; empty for a default value.</summary>
    string Value { get; }

    /// <summary>Makes a member of the set of any text.</summary>
    static abstract TSelf From(string value);
}
