namespace Kantata.Spec.Operations;

/// <summary>
/// A line that begins an entry of the lists which <c>include</c> and <c>optional_fields</c> carry in their text:
/// <c>- story (Story) - Retrieves the task.</c>, with or without backticks around the name.
/// </summary>
internal readonly ref struct AssociationLine
{
    private AssociationLine(int nameStart, ReadOnlySpan<char> name, ReadOnlySpan<char> type, int textStart)
    {
        NameStart = nameStart;
        Name = name;
        Type = type;
        TextStart = textStart;
    }

    /// <summary>The column of the name, from 0.</summary>
    public int NameStart { get; }

    public ReadOnlySpan<char> Name { get; }

    /// <summary>What stands in brackets: an entity or a type; empty where there are none.</summary>
    public ReadOnlySpan<char> Type { get; }

    /// <summary>The column of the text, from 0.</summary>
    public int TextStart { get; }

    /// <summary>Reads a line; false where it is text.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out AssociationLine association)
    {
        association = default;
        int at = SkipBlanks(line, 0);
        if (at + 1 >= line.Length || line[at] is not ('-' or '*') || line[at + 1] != ' ')
        {
            return false;
        }

        at = SkipBlanks(line, at + 1);
        bool isQuoted = at < line.Length && line[at] == '`';
        int nameStart = isQuoted ? at + 1 : at;
        int nameEnd = nameStart;
        while (nameEnd < line.Length && IsNameCharacter(line[nameEnd]))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart)
        {
            return false;
        }

        at = nameEnd;
        if (isQuoted)
        {
            if (at >= line.Length || line[at] != '`')
            {
                return false;
            }

            at++;
        }

        at = SkipBlanks(line, at);
        ReadOnlySpan<char> type = default;
        if (at < line.Length && line[at] == '(')
        {
            int length = line[at..].IndexOf(')');
            if (length < 0)
            {
                return false;
            }

            type = line.Slice(at + 1, length - 1).Trim().Trim('`');
            at = SkipBlanks(line, at + length + 1);
        }

        // "- story - …" and "- story (Story) - …" begin an entry, "- stories that were deleted" does not.
        bool hasDash = at < line.Length && line[at] is '-' or ':' or '\u2013' or '\u2014';
        if (!hasDash && at < line.Length && type.IsEmpty)
        {
            return false;
        }

        association = new AssociationLine(nameStart, line[nameStart..nameEnd], type, hasDash ? SkipBlanks(line, at + 1) : at);
        return true;
    }

    private static bool IsNameCharacter(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
