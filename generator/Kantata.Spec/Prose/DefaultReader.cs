using Kantata.Spec.Collections;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Prose;

/// <summary>Reads what holds when a value is left out: "Defaults to false.", "The default is `created_at:desc`."</summary>
internal static class DefaultReader
{
    private static readonly Phrase[] s_defaults = Phrase.Any(
        "defaults|defaulting to :? {name}",
        "defaults|default value|order|sort|sorting|level|type? is|are|: {name}",
        "default value|order|sort|sorting|level|type? of {name}",
        "( default :? {name} )",
        "{name} ( the? default )",
        "{name} by default",
        "{name} unless another|given|set|said|specified",
        "{name} when|if omitted",
        "{name} when|if not given|set|said|specified",
        "{name} is|as the default");

    /// <summary>The default; null where none is said beyond doubt.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="knownValues">The values that it can have, where they are known.</param>
    public static string? Read(in ProseText prose, ValueType type, EquatableArray<string> knownValues)
    {
        foreach (Phrase phrase in s_defaults)
        {
            int from = 0;
            while (phrase.TryFind(prose, out PhraseMatch match, from))
            {
                from = match.Start + 1;
                if (IsDefault(prose, match, type, knownValues))
                {
                    return Written(prose, match.First, type);
                }
            }
        }

        return null;
    }

    private static bool IsDefault(in ProseText prose, PhraseMatch match, ValueType type, EquatableArray<string> knownValues)
    {
        ReadOnlySpan<char> word = prose.Letters(match.First);
        if (type == ValueType.Boolean)
        {
            return IsBoolean(word);
        }

        if (type is ValueType.Integer or ValueType.Number)
        {
            return prose.TryGetNumber(match.First, out _);
        }

        if (!knownValues.IsEmpty)
        {
            return prose.IsQuoted(match.First) || knownValues.Contains(prose.Text(match.First));
        }

        // An unquoted word may begin prose ("defaults to today"): only what looks like a name is taken.
        return prose.IsQuoted(match.First)
            ? !word.Equals("null".AsSpan(), StringComparison.OrdinalIgnoreCase)
            : type == ValueType.String && (word.IndexOf('_') > 0 || (word.IndexOf(':') > 0 && FieldName.Is(word[..word.IndexOf(':')])));
    }

    private static bool IsBoolean(ReadOnlySpan<char> word)
        => word.Equals("true".AsSpan(), StringComparison.OrdinalIgnoreCase) || word.Equals("false".AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static string Written(in ProseText prose, int token, ValueType type)
        => type == ValueType.Boolean ? prose.Text(token).ToLowerInvariant() : prose.Text(token);
}
