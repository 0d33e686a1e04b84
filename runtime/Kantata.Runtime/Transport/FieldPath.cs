using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Reads how the server names a field: <c>title</c>, <c>external_reference.service_name</c> or <c>stories[3][title]</c>.</summary>
internal static class FieldPath
{
    public static string[] Parts(string? field) =>
        field is null ? [] : field.Split(['.', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The parts of a field's name without the wrapper, which it may begin with.</summary>
    public static ReadOnlySpan<string> PartsBelow(string? wrapper, string field)
    {
        string[] parts = Parts(field);
        return parts is [var first, _, ..] && first == wrapper ? parts.AsSpan(1) : parts;
    }

    /// <summary>Follows a field's name into what was sent.</summary>
    /// <param name="sent">What was sent, without its wrapper.</param>
    /// <param name="models">The models of which it was made, by their paths.</param>
    /// <param name="wrapper">The wrapper, which the name may begin with.</param>
    /// <param name="field">The field, as the server names it.</param>
    /// <returns>The names in C# on the way, as far as it leads through members; null where what was sent does not hold the field.</returns>
    public static string? MemberOf(JsonElement sent, IReadOnlyDictionary<string, KantataRequest> models, string? wrapper, string field)
    {
        StringBuilder path = new();
        StringBuilder member = new();
        bool isMember = true;
        foreach (string part in PartsBelow(wrapper, field))
        {
            models.TryGetValue(path.ToString(), out KantataRequest? model);
            if (!TryFollow(ref sent, part, out string step))
            {
                return null;
            }

            path.Append(step is ['[', ..] || path.Length == 0 ? "" : ".").Append(step);

            // What a member holds that is no model has no members that C# could name.
            isMember &= model is not null || step is ['[', ..] || models.ContainsKey(path.ToString());
            if (isMember)
            {
                AppendStep(member, step, model);
            }
        }

        return member.Length > 0 ? member.ToString() : null;
    }

    /// <summary>The names by which a field may have been sent: the server says "workspace" of what is sent as workspace_id.</summary>
    public static ReadOnlySpan<string> NamesOf(string part) => new[] { part, part + "_id", part + "_ids" };

    /// <summary>The API's name in PascalCase.</summary>
    public static string Pascal(string name)
    {
        StringBuilder pascal = new(name.Length);
        bool begins = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                begins = true;
                continue;
            }

            pascal.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = false;
        }

        return pascal.ToString();
    }

    private static bool TryFollow(ref JsonElement sent, string part, out string step)
    {
        step = part;
        if (sent.ValueKind == JsonValueKind.Array)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= sent.GetArrayLength())
            {
                return false;
            }

            sent = sent[index];
            step = string.Create(CultureInfo.InvariantCulture, $"[{index}]");
            return true;
        }

        foreach (string name in NamesOf(part))
        {
            if (sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(name, out JsonElement value))
            {
                sent = value;
                step = name;
                return true;
            }
        }

        return false;
    }

    private static void AppendStep(StringBuilder member, string step, KantataRequest? model)
    {
        if (model is not null)
        {
            member.Append(member.Length > 0 ? "." : "").Append(model.NameOf(step));
        }
        else if (step is ['[', ..])
        {
            member.Append(step);
        }
        else
        {
            // The name of an entry is data.
            member.Append(CultureInfo.InvariantCulture, $"[\"{step}\"]");
        }
    }
}
