using System.Runtime.CompilerServices;

namespace Kantata.Runtime;

/// <summary>
/// Reads numbers that are written in the plainest way. What is not so is not refused, only not read here: a length of 0 says so.
/// </summary>
internal static class PlainNumber
{
    // As many digits fit into 64 bits whatever they are.
    private const int MostDigits = 18;

    private static ReadOnlySpan<int> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Reads a whole number and gives its length.</summary>
    public static int ReadInt64(ReadOnlySpan<byte> json, out long number)
    {
        bool negative = !json.IsEmpty && json[0] == '-';
        int start = negative ? 1 : 0;
        int end = ReadDigits(json, start, 0, out number);
        if (!IsWhole(json, start, end) || !EndsNumber(json, end))
        {
            return 0;
        }

        number = negative ? -number : number;
        return end;
    }

    /// <summary>Reads a number without an exponent and gives its length.</summary>
    public static int ReadDecimal(ReadOnlySpan<byte> json, out decimal number)
    {
        number = 0;
        bool negative = !json.IsEmpty && json[0] == '-';
        int start = negative ? 1 : 0;
        int end = ReadDigits(json, start, 0, out long digits);
        if (!IsWhole(json, start, end))
        {
            return 0;
        }

        int scale = 0;
        if (end < json.Length && json[end] == '.')
        {
            int point = end;
            end = ReadDigits(json, point + 1, digits, out digits);
            scale = end - point - 1;
            if (scale == 0 || end - 1 - start > MostDigits)
            {
                return 0;
            }
        }

        if (!EndsNumber(json, end) || (negative && digits == 0))
        {
            return 0;
        }

        number = new decimal((int)digits, (int)(digits >> 32), 0, negative, (byte)scale);
        return end;
    }

    /// <summary>
    /// Reads an id that is a positive number in a text, and gives its length. One of very many digits, or at the very end, is left to
    /// <see cref="ReadOddId"/>: a call to it in here would keep the number in memory.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadId(ReadOnlySpan<byte> json, out long number)
    {
        const int ShortestBlocks = 1 + (2 * DigitBlock.Length);
        number = 0;
        if (json.Length < ShortestBlocks || json[0] != '"' || json[1] == '0')
        {
            return 0;
        }

        ulong block = DigitBlock.Read(json[1..], DigitBlock.Digits);
        int count = DigitBlock.CountDigits(block);
        if (count == 0)
        {
            return 0;
        }

        if (count < DigitBlock.Length)
        {
            number = DigitBlock.Number(block, count);
        }
        else
        {
            // Whether there are more digits or not is not asked: ids differ in it, and a branch would be guessed wrong.
            number = DigitBlock.Number(block);
            block = DigitBlock.Read(json[(1 + DigitBlock.Length)..], DigitBlock.Digits);
            int more = DigitBlock.CountDigits(block) & (DigitBlock.Length - 1);
            number = (number * PowersOfTen[more]) + DigitBlock.Number(block, more);
            count += more;
        }

        return count + 1 < json.Length && json[count + 1] == '"' ? count + 2 : 0;
    }

    /// <summary>Reads an id that is a positive number, in a text or not, and gives its length.</summary>
    public static int ReadOddId(ReadOnlySpan<byte> json, out long number)
    {
        if (json.IsEmpty || json[0] != '"')
        {
            return ReadInt64(json, out number);
        }

        int end = ReadEachDigit(json, 1, 0, out number);
        return IsWhole(json, 1, end) && json[1] != '0' && end < json.Length && json[end] == '"' ? end + 1 : 0;
    }

    /// <summary>Whether a text is an id that is a positive number.</summary>
    public static bool TryParseId(ReadOnlySpan<byte> text, out long number)
    {
        int end = ReadDigits(text, 0, 0, out number);
        return IsWhole(text, 0, end) && text[0] != '0' && end == text.Length;
    }

    // Reads no more digits than surely fit, and one to see that there are more.
    private static int ReadDigits(ReadOnlySpan<byte> json, int start, long before, out long number)
    {
        if (before == 0 && json.Length - start >= DigitBlock.Length)
        {
            ulong block = DigitBlock.Read(json[start..], DigitBlock.Digits);
            int count = DigitBlock.CountDigits(block);
            if (count is > 0 and < DigitBlock.Length)
            {
                number = DigitBlock.Number(block, count);
                return start + count;
            }
        }

        return ReadEachDigit(json, start, before, out number);
    }

    private static int ReadEachDigit(ReadOnlySpan<byte> json, int start, long before, out long number)
    {
        number = before;
        int i = start;
        int most = Math.Min(json.Length, start + MostDigits + 1);
        for (; i < most && json[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            number = unchecked((number * 10) + (json[i] - '0'));
        }

        return i;
    }

    private static bool IsWhole(ReadOnlySpan<byte> json, int start, int end)
    {
        int digits = end - start;
        return digits is > 0 and <= MostDigits && (digits == 1 | json[start] != '0');
    }

    // A number at the very end of the text may be cut off.
    private static bool EndsNumber(ReadOnlySpan<byte> json, int end) =>
        end < json.Length && json[end] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
