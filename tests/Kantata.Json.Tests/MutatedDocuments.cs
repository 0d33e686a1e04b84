using System.Text;
using System.Text.Json;
using Kantata.Benchmarks.Decoding;

namespace Kantata.Json.Tests;

/// <summary>Lists of a few records, some sound and most damaged in one or several ways. One seed gives one document.</summary>
internal sealed class MutatedDocuments
{
    private static readonly string[] _oddValues =
    [
        "null", "true", "false", "0", "-0", "1", "-17", "12.0", "12.50", "1e2", "1E-2", "1.5e+3", "0.0", "-0.0", "9223372036854775807", "9223372036854775808", "123456789012345678901234567890",
        "01", "+1", "1.", ".5", "-", "1e", "1e999", "NaN", "nul", "truefalse", "\"\"", "\"12\"", "\"007\"", "\"-5\"", "\"+5\"", "\"12.50\"", "\"1e2\"", "\" 7\"", "\"7\\u0000\"", "\"true\"", "\"false\"", "\"tru\\u0065\"",
        "\"\\u0031\\u0032\"", "\"2026-01-31\"", "\"2026-02-30\"", "\"2026-01-31T12:00:00Z\"", "\"2026-01-31T12:00:00-0800\"", "\"2026-01-31T12:00:00.1234567891+05:30\"", "\"2026-01-31T12:00Z\"", "\"2026-01-31T25:00:00Z\"",
        "\"2026-01-31T12:00:00\"", "\"2026-01-31T12:00:00+14:01\"", "\"0001-01-01T00:00:00+01:00\"", "\"2026\\u002d01-31\"", "\"a\\\"b\\\\c\\/\\b\\f\\n\\r\\t\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u12\"", "\"\\x\"",
        "\"tab\there\"", "\"open", "[]", "[1,\"2\",\"x:y\"]", "[null]", "[1,]", "[,1]", "[1 2]", "[\"a,b]\",\"c\"]", "[\"\"]", "[[1]]", "{}", "{\"color\":\"red\",\"key\":3}", "{\"color\":[]}", "{\"a\":}", "{\"a\" 1}", "{,}", "[}", "{]", "\u2713",
    ];

    private static readonly string[] _whiteSpace = [" ", "\n", "\t", "\r\n", "      ", " \n\t \r"];

    private static readonly string[] _noise = ["{", "}", "[", "]", ",", ":", "\"", "\\", "/**/", "//x\n", "null", "\u00A0", "\f", "\0", "1", "-", "e", ".", "\\u0041"];

    private readonly Member[][] _records;

    public MutatedDocuments(PageContent content, string collection)
    {
        using JsonDocument page = JsonDocument.Parse(PageBuilder.Build(content, seed: 11));
        _records =
        [
            .. page.RootElement.GetProperty(collection).EnumerateObject().Take(40).Select(static record =>
                record.Value.EnumerateObject().Select(static member => new Member($"\"{member.Name}\"", member.Value.GetRawText())).ToArray()),
        ];
    }

    public byte[] Make(Random random)
    {
        List<List<Member>> records = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => _records[random.Next(_records.Length)].ToList())];
        int changes = random.Next(4);
        for (int i = 0; i < changes; i++)
        {
            Change(records[random.Next(records.Count)], random);
        }

        byte[] document = Encoding.UTF8.GetBytes(Write(records, whiteSpaceIn: random.Next(4) == 0 ? random.Next(2, 20) : 0, random));
        return random.Next(3) == 0 ? Damage(document, random) : document;
    }

    private static void Change(List<Member> record, Random random)
    {
        int at = random.Next(record.Count);
        switch (random.Next(7))
        {
            case 0:
                (record[at], record[0]) = (record[0], record[at]);
                break;
            case 1:
                Member[] shuffled = [.. record];
                random.Shuffle(shuffled);
                record.Clear();
                record.AddRange(shuffled);
                break;
            case 2:
                record.Insert(random.Next(record.Count + 1), record[at] with { Value = random.Next(2) == 0 ? record[at].Value : OneOf(_oddValues, random) });
                break;
            case 3:
                record[at] = record[at] with { Value = OneOf(_oddValues, random) };
                break;
            case 4:
                record[at] = random.Next(2) == 0 ? record[at] with { Name = Escape(record[at].Name, random) } : record[at] with { Value = Escape(record[at].Value, random) };
                break;
            case 5:
                int depth = random.Next(55, 72);
                string nested = new string('[', depth) + new string(']', depth);
                record.Insert(at, new Member(random.Next(4) == 0 ? record[at].Name : "\"unknown\"", random.Next(2) == 0 ? nested : "{\"a\":" + nested + "}"));
                break;
            default:
                record.Insert(at, new Member("\"unknown_" + OneOf(["\"", "\\u0041\"", "\u00e9\"", "\\ud800\""], random), OneOf(_oddValues, random)));
                break;
        }
    }

    // One letter of a text, written by its number.
    private static string Escape(string text, Random random)
    {
        int at = random.Next(1, Math.Max(2, text.Length - 1));
        return text.Length > 2 && text[0] == '"' && char.IsAsciiLetterOrDigit(text[at]) ? $"{text[..at]}\\u{(int)text[at]:x4}{text[(at + 1)..]}" : text;
    }

    private static string Write(List<List<Member>> records, int whiteSpaceIn, Random random)
    {
        StringBuilder json = new();
        Put("[");
        for (int i = 0; i < records.Count; i++)
        {
            Put(i == 0 ? "{" : ",{");
            for (int j = 0; j < records[i].Count; j++)
            {
                Put(j == 0 ? "" : ",");
                Put(records[i][j].Name);
                Put(":");
                Put(records[i][j].Value);
            }

            Put("}");
        }

        Put("]");
        return json.ToString();

        void Put(string text)
        {
            json.Append(text);
            if (whiteSpaceIn > 0 && random.Next(whiteSpaceIn) == 0)
            {
                json.Append(OneOf(_whiteSpace, random));
            }
        }
    }

    private static byte[] Damage(byte[] document, Random random)
    {
        List<byte> json = [.. document];
        int at = random.Next(json.Count);
        switch (random.Next(7))
        {
            case 0:
                return document[..at];
            case 1:
                json[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                json[at] = (byte)random.Next(256);
                break;
            case 3:
                json.InsertRange(at, Encoding.UTF8.GetBytes(OneOf(_noise, random)));
                break;
            case 4:
                json.RemoveRange(at, Math.Min(random.Next(1, 30), json.Count - at));
                break;
            case 5:
                json.InsertRange(at, json.GetRange(at, Math.Min(random.Next(1, 60), json.Count - at)));
                break;
            default:
                json.InsertRange(at, OneOf<byte[]>([[0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x9C]], random));
                break;
        }

        return [.. json];
    }

    private static T OneOf<T>(T[] choices, Random random) => choices[random.Next(choices.Length)];

    // Both as they stand in JSON.
    private sealed record Member(string Name, string Value);
}
