namespace Kantata.Emulator.Responses;

/// <summary>A part of a list.</summary>
/// <param name="Offset">How many records come before it.</param>
/// <param name="Size">The most records in it, at least 1.</param>
internal readonly record struct Page(long Offset, int Size)
{
    /// <summary>The size of a page whose request does not say.</summary>
    public const int DefaultSize = 20;

    /// <summary>The most records that a page may have; who asks for more gets this many.</summary>
    public const int MaximumSize = 200;

    /// <summary>The number of the page, counted from 1.</summary>
    public long Number => (Offset / Size) + 1;

    /// <summary>The number of pages of this size that <paramref name="count"/> records fill.</summary>
    public int CountOf(int count) => (count + Size - 1) / Size;

    /// <summary>One page that holds all of <paramref name="count"/> records.</summary>
    public static Page Of(int count) => new(0, Math.Max(count, DefaultSize));
}
