using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kantata.Benchmarks.Decoding;

/// <summary>Writes a page anew in another form.</summary>
internal static class DocumentRewriter
{
    public static byte[] Rewrite(byte[] page, DocumentForm form, int seed)
    {
        if (form == DocumentForm.AsSent)
        {
            return page;
        }

        ArrayBufferWriter<byte> buffer = new();
        using JsonDocument document = JsonDocument.Parse(page);
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = form == DocumentForm.PrettyPrinted }))
        {
            Write(document.RootElement, form, new Random(seed), json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement value, DocumentForm form, Random random, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                WriteMembers([.. value.EnumerateObject()], form, random, json);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(item, form, random, json);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteMembers(JsonProperty[] members, DocumentForm form, Random random, Utf8JsonWriter json)
    {
        if (form == DocumentForm.RandomOrder)
        {
            random.Shuffle(members);
        }

        // A collection is a map by ids, which has no members that one could not know.
        bool addsUnknown = form == DocumentForm.UnknownMembers && members.Length > 0 && !members.Any(member => member.Value.ValueKind == JsonValueKind.Object && char.IsAsciiDigit(member.Name[0]));
        int first = random.Next(members.Length + 1);
        int second = random.Next(members.Length + 1);
        for (int i = 0; i <= members.Length; i++)
        {
            if (addsUnknown && i == first)
            {
                json.WriteString("not_documented", "a text that nobody reads");
            }

            if (addsUnknown && i == second)
            {
                json.WriteNumber("nor_is_this", 12);
            }

            if (i < members.Length)
            {
                json.WritePropertyName(members[i].Name);
                Write(members[i].Value, form, random, json);
            }
        }
    }
}
