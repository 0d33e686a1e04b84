using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kantata.Runtime;

/// <summary>
/// Eight characters at once, in one number of which the first character is the lowest byte. Each byte holds the difference between a
/// character and the one that a form has in its place: 0 to 9 for a digit where the form has <c>0</c>.
/// </summary>
internal static class DigitBlock
{
    public const int Length = sizeof(ulong);

    /// <summary>The form of eight digits.</summary>
    public const ulong Digits = 0x3030_3030_3030_3030;

    private const ulong HighBits = 0x8080_8080_8080_8080;

    // Lifts every byte above 9 past 127.
    private const ulong AboveNine = 0x7676_7676_7676_7676;

    private const ulong EveryOtherPair = 0x0000_00FF_0000_00FF;

    /// <summary>The first eight characters of a text that has as many.</summary>
    public static ulong Read(ReadOnlySpan<byte> text, ulong form) => BinaryPrimitives.ReadUInt64LittleEndian(text) ^ form;

    /// <summary>How many digits there are before the first character that is none.</summary>
    public static int CountDigits(ulong block) => BitOperations.TrailingZeroCount(((block + AboveNine) | block) & HighBits) >> 3;

    /// <summary>Whether each byte is a digit, or 0 where <paramref name="limits"/> has 0x7F instead of 0x76.</summary>
    public static bool IsWithin(ulong block, ulong limits) => (((block + limits) | block) & HighBits) == 0;

    /// <summary>The number that the first <paramref name="count"/> digits spell, of 0 to 7; 0 where there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Number(ulong block, int count) => Number((block << (56 - (8 * count))) << 8);

    /// <summary>The number that all eight digits spell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Number(ulong block)
    {
        // Neighbours are joined to pairs, these to fours, and these to the number.
        ulong pairs = Pairs(block);
        return (uint)((((pairs & EveryOtherPair) * 0x000F_4240_0000_0064) + (((pairs >> 16) & EveryOtherPair) * 0x0000_2710_0000_0001)) >> 32);
    }

    /// <summary>In the place of each digit the number from 0 to 99 that it spells with the one behind it.</summary>
    public static ulong Pairs(ulong block) => (block * 10) + (block >> 8);

    /// <summary>The byte at a place.</summary>
    public static int At(ulong block, int place) => (byte)(block >> (8 * place));
}
