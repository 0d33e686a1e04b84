using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Reads how the server names a field: <c>title</c>, <c>external_reference.service_name</c> or <c>stories[3][title]</c>.</summary>
internal static class FieldPath
{
    public static string[] Parts(string? field) =>
        field is null ? [] : field.Split(['.', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Follows a field's name into what was sent.</summary>
    /// <param name="sent">What was sent, without its wrapper.</param>
    /// <param name="wrapper">The wrapper, which the name may begin with.</param>
    /// <param name="field">The field, as the server names it.</param>
    /// <returns>The names in C# on the way; null where what was sent does not hold the field.</returns>
    public static string? MemberOf(JsonElement sent, string? wrapper, string field)
    {
        ReadOnlySpan<string> parts = Parts(field);
        if (parts is [var first, _, ..] && first == wrapper)
        {
            parts = parts[1..];
        }

        StringBuilder member = new();
        foreach (string part in parts)
        {
            if (!TryFollow(ref sent, part, member))
            {
                return null;
            }
        }

        return member.Length > 0 ? member.ToString() : null;
    }

    private static bool TryFollow(ref JsonElement sent, string part, StringBuilder member)
    {
        if (sent.ValueKind == JsonValueKind.Array)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= sent.GetArrayLength())
            {
                return false;
            }

            sent = sent[index];
            member.Append(CultureInfo.InvariantCulture, $"[{index}]");
            return true;
        }

        // The server says "workspace" of what is sent as workspace_id.
        foreach (string name in (ReadOnlySpan<string>)[part, part + "_id", part + "_ids"])
        {
            if (sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(name, out JsonElement value))
            {
                sent = value;
                member.Append(member.Length > 0 ? "." : "");
                AppendPascal(member, name);
                return true;
            }
        }

        return false;
    }

    private static void AppendPascal(StringBuilder member, string name)
    {
        bool begins = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                begins = true;
                continue;
            }

            member.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = false;
        }
    }
}
