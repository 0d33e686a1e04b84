using System.Text;
using System.Text.RegularExpressions;

namespace Kantata.Generator.Tests.Fuzzing;

/// <summary>Spoils documents the way that editors, merges, converters and attackers spoil them.</summary>
internal sealed partial class Mutator(Random random)
{
    private static readonly string[] s_scraps =
    [
        "[", "]", "(", ")", "{", "}", "<", ">", "'", "\"", "\"\"\"", "`", "```", "\\", "/", "//", "*/", "/*", "///", "</summary>", "<summary>", "<!--", "]]>", "&amp;", "&#0;",
        "{{", "}}", "{{ file }}", "{%", "{0}", "$\"{", "@", "#", "#if", "#pragma warning disable", "\0", "\u0001", "\u001b[2J", "\u007f", "\u0085", "\u2028", "\u2029", "\ufeff",
        "\ufffe", "\ud800", "\udfff", "\r", "\n", "\r\n", "\t", "\f", " class Escaped { } ", "; throw null!;", "= default!", "::", ":", ": ", "- ", "  - `", "|", ">", "&a", "*a",
        "<<: *a", "!!binary", "~", "null", "true", ", required)", "(string", "(array)", "Valid values: ", "either ", "comma-separated ", "required when ", "up to ", "between ",
    ];

    private static readonly string[] s_names =
    [
        "class", "object", "string", "event", "namespace", "async", "await", "record", "required", "field", "value", "var", "dynamic", "nameof", "global", "partial", "get", "set",
        "equals", "get_hash_code", "to_string", "get_type", "finalize", "memberwise_clone", "type", "task", "attribute", "exception", "console", "environment", "action", "func",
        "Equals", "GetHashCode", "ReadMembers", "Shape", "Key", "Id", "id", "Kantata", "KantataClient", "KantataEntity", "System", "Include", "OrderBy", "parameter", "query", "request",
        "cancellation_token", "page", "items", "count", "unknown_members", "имя", "名前", "ñandú", "ı", "İ", "ß", "ǆ", "Ω", "e\u0301", "\u200d", "𝒳", "😀", "_", "__", "0", "1st", "9",
        "a-b", "a b", "a.b", "a::b", "a/b", "a\\b", "a\"b", "a'b", "a{b}", "a<b>", "a[b]", "", " ", "-", "$", "%", "!", "?",
    ];

    private static readonly string[] s_numbers =
        ["0", "-1", "00", "007", "2147483648", "9223372036854775808", "99999999999999999999999999999999999999999999", "1e999", "-1e-999", "0x7f", "1_000", "1,000", "1.5", ".5", "5.", "NaN", "½", "٣"];

    private static readonly Action<Mutator, List<string>>[] s_lineChanges =
    [
        (mutator, lines) => lines.RemoveAt(mutator.LineOf(lines)),
        (mutator, lines) => { int at = mutator.LineOf(lines); lines.Insert(at, lines[at]); },
        (mutator, lines) => { int a = mutator.LineOf(lines), b = mutator.LineOf(lines); (lines[a], lines[b]) = (lines[b], lines[a]); },
        (mutator, lines) => { int at = mutator.LineOf(lines); lines[at] = lines[at][..mutator.PlaceIn(lines[at])]; },
        (mutator, lines) => { int at = mutator.LineOf(lines); lines[at] = new string(' ', mutator.Below(9)) + lines[at].TrimStart(); },
        (mutator, lines) => { int at = mutator.LineOf(lines); lines[at] = lines[at].ToUpperInvariant(); },
        (mutator, lines) => { int from = mutator.LineOf(lines); lines.RemoveRange(from, Math.Min(lines.Count - from, mutator.Below(20))); },
        (mutator, lines) => { int from = mutator.LineOf(lines); lines.InsertRange(mutator.LineOf(lines), lines.GetRange(from, Math.Min(lines.Count - from, mutator.Below(20)))); },
        (mutator, lines) => { int at = mutator.LineOf(lines); lines[at] = ValueAfterColon().Replace(lines[at], ":"); },
    ];

    [GeneratedRegex("(?<=:) .*$")]
    private static partial Regex ValueAfterColon();

    [GeneratedRegex("[a-z]+(_[a-z]+)+|(?<=`)[a-z_.]+(?=`)|(?<=\")[A-Za-z_]+(?=\")|[A-Z][a-z]+[A-Z][A-Za-z]+")]
    private static partial Regex Name();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    /// <summary>The document with one to five things wrong.</summary>
    public string Mutate(string text)
    {
        for (int left = random.Next(1, 6); left > 0; left--)
        {
            text = Change(text);
        }

        return text;
    }

    private string Change(string text) => random.Next(12) switch
    {
        0 or 1 or 2 => ChangeLines(text),
        3 or 4 => Insert(text, Scrap()),
        5 => Insert(text, string.Concat(Enumerable.Repeat(Scrap(), random.Next(1, 300)))),
        6 => Insert(text, new string((char)random.Next(' ', '\u02ff'), random.Next(1, 20_000))),
        7 => ReplaceOne(text, Name(), _ => s_names[random.Next(s_names.Length)]),
        8 => ReplaceOne(text, Name(), Clash),
        9 => ReplaceOne(text, Name(), name => string.Join('.', Enumerable.Repeat(name, random.Next(2, 400)))),
        10 => ReplaceOne(text, Number(), _ => s_numbers[random.Next(s_numbers.Length)]),
        _ => text[..PlaceIn(text)],
    };

    // Other spellings of a name that are the same name in C#, beside the name itself.
    private string Clash(string name) => random.Next(6) switch
    {
        0 => name.Replace('_', '-'),
        1 => name.Replace("_", "__", StringComparison.Ordinal),
        2 => name + "_",
        3 => name.ToUpperInvariant(),
        4 => string.Concat(name.Split('_').Select(word => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])),
        _ => "_" + name,
    };

    private string ChangeLines(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        s_lineChanges[random.Next(s_lineChanges.Length)](this, lines);
        return string.Join('\n', lines);
    }

    private string ReplaceOne(string text, Regex what, Func<string, string> with)
    {
        MatchCollection found = what.Matches(text);
        if (found.Count == 0)
        {
            return text;
        }

        Match one = found[random.Next(found.Count)];
        return new StringBuilder(text).Remove(one.Index, one.Length).Insert(one.Index, with(one.Value)).ToString();
    }

    private string Insert(string text, string what) => text.Insert(PlaceIn(text), what);

    private string Scrap() => s_scraps[random.Next(s_scraps.Length)];

    private int LineOf(List<string> lines) => random.Next(lines.Count);

    private int PlaceIn(string text) => random.Next(text.Length + 1);

    private int Below(int limit) => random.Next(limit);
}
