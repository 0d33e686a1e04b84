using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kantata;

/// <summary>
/// The value of an id: a number, or a text where the API has composite ids (<c>42:percent_complete</c>).
/// A text of digits is the number it spells, so that <c>"42"</c> and <c>42</c> are one id. The default value is no id at all.
/// </summary>
public readonly struct IdValue : IEquatable<IdValue>
{
    // A number has no text, only 0 has: no text and no number are no id.
    private const string Zero = "0";

    private readonly string? _text;
    private readonly long _number;

    /// <summary>Makes an id of a number.</summary>
    public IdValue(long number)
    {
        // Chosen before it is stored, so that an id which is returned stays in registers.
        string? text = number == 0 ? Zero : null;
        _text = text;
        _number = number;
    }

    /// <summary>Makes an id of a text; a text of digits becomes the number it spells.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or empty.</exception>
    public IdValue(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = TrySpellsNumber(text, out _number) && _number != 0 ? null : text;
    }

    private IdValue(string? text, long number)
    {
        _text = text;
        _number = number;
    }

    /// <summary>Whether this is no id: the value that an unset id has.</summary>
    // Inlined everywhere: where it is not, the id has to lie in memory, and all that reads ids has to clear that memory first.
    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _text is null && _number == 0;
    }

    /// <summary>Makes an id of a positive number.</summary>
    // It has no text, and as this is known here nothing tells the garbage collector of one where the id is stored.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static IdValue OfPositive(long number) => new(null, number);

    /// <summary>Whether the id is a number.</summary>
    public bool IsNumber => _text is null ? _number != 0 : _text == Zero;

    /// <summary>Gives the id as a number where it is one.</summary>
    public bool TryGetNumber(out long number)
    {
        number = _number;
        return IsNumber;
    }

    /// <summary>The id as the API writes it; empty where there is no id.</summary>
    public override string ToString() => _text ?? (_number == 0 ? "" : _number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public bool Equals(IdValue other) => _number == other._number && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? _number.GetHashCode() : _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are the same id.</summary>
    public static bool operator ==(IdValue left, IdValue right) => left.Equals(right);

    /// <summary>Whether the ids differ.</summary>
    public static bool operator !=(IdValue left, IdValue right) => !left.Equals(right);

    /// <summary>Makes an id of a number.</summary>
    public static implicit operator IdValue(long number) => new(number);

    /// <summary>Makes an id of a text.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or empty.</exception>
    public static explicit operator IdValue(string text) => new(text);

    // Only the one spelling that the number itself would be given: 007, +7 and -0 stay texts, for the server may tell them apart.
    private static bool TrySpellsNumber(string text, out long number)
    {
        number = 0;
        ReadOnlySpan<char> digits = text[0] == '-' ? text.AsSpan(1) : text;
        bool canonical = digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text.Length == 1);
        return canonical && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
