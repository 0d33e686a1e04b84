using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Prose;

/// <summary>
/// Reads when a value must be given: "This field is required when the billing_type is set to upon_completion", "Required
/// unless workspace_ids is given", "at least one of a, b or c is required".
/// </summary>
internal static class RequirementReader
{
    private const string Required = "required|needed|mandatory|necessary";

    private static readonly Phrase[] s_always = Phrase.Any(
        "this|the field|parameter|value|filter|attribute is always? " + Required,
        "is|it is? always " + Required,
        "( " + Required + " )");

    private static readonly Phrase[] s_alone = Phrase.Any(Required, "always " + Required, "it is " + Required, "this is " + Required);
    private static readonly Phrase s_if = Phrase.Of(Required + " , only|but? and? only? when|if|where");
    private static readonly Phrase s_ifBare = Phrase.Of(Required + " only? when|if|where");
    private static readonly Phrase s_unless = Phrase.Of(Required + " ,? unless");
    private static readonly Phrase s_first = Phrase.Of("when|if|where");
    private static readonly Phrase s_then = Phrase.Of(", then? this|the|it|a? field|parameter|value? is " + Required);

    private static readonly Phrase[] s_oneOf = Phrase.Any("at least one of", "one or more of");
    private static readonly Phrase[] s_areRequired = Phrase.Any(
        "is|are " + Required,
        "must|has|have to? be given|present|provided|supplied|sent|specified|set|included|there|named");

    private static readonly WordSet s_and = WordSet.Of("and or");
    private static readonly WordSet s_needs = WordSet.Of("needs requires must need require");
    private static readonly WordSet s_articles = WordSet.Of("the a an its");
    private static readonly WordSet s_kinds = WordSet.Of("field parameter attribute value option");
    private static readonly WordSet s_is = WordSet.Of("is are was equals = has");
    private static readonly WordSet s_not = WordSet.Of("not");
    private static readonly WordSet s_setTo = WordSet.Of("set equal to");
    private static readonly WordSet s_given = WordSet.Of("given present provided supplied specified set included sent passed used there");
    private static readonly WordSet s_missing = WordSet.Of("absent missing omitted blank empty null");

    /// <summary>Whether the text says that the value must always be given.</summary>
    public static bool ReadAlways(in ProseText prose)
    {
        foreach (Phrase always in s_always)
        {
            if (always.TryFind(prose, out PhraseMatch match) && (prose.IsEnd(match.End) || prose.IsMark(match.End - 1, ')')))
            {
                return true;
            }
        }

        // a sentence of its own: "Required."
        foreach (Phrase alone in s_alone)
        {
            for (int i = 0; i < prose.Count; i++)
            {
                if ((i == 0 || prose.IsEnd(i - 1)) && alone.TryMatch(prose, i, out PhraseMatch match) && prose.IsEnd(match.End))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The condition under which the value must be given; null where the text states none that can be read.</summary>
    public static Condition? ReadCondition(in ProseText prose)
    {
        if (s_unless.TryFind(prose, out PhraseMatch unless))
        {
            return TryReadClause(prose, unless.End, out _) is { } condition ? Opposite(condition) : null;
        }

        if (s_ifBare.TryFind(prose, out PhraseMatch when) || s_if.TryFind(prose, out when))
        {
            return TryReadClause(prose, when.End, out _);
        }

        int from = 0;
        while (s_first.TryFind(prose, out PhraseMatch first, from))
        {
            if (TryReadClause(prose, first.End, out int end) is { } condition && s_then.TryMatch(prose, end, out _))
            {
                return condition;
            }

            from = first.Start + 1;
        }

        return null;
    }

    /// <summary>The fields of which the text says that at least one must be given; empty where it says no such thing.</summary>
    public static EquatableArray<string> ReadAtLeastOneOf(in ProseText prose)
    {
        foreach (Phrase oneOf in s_oneOf)
        {
            int from = 0;
            while (oneOf.TryFind(prose, out PhraseMatch match, from))
            {
                from = match.Start + 1;
                List<string> fields = ReadFields(prose, match.End, out int at);
                bool isRequired = IsRequiredAt(prose, at) || IsRequiredBefore(prose, match.Start);
                if (fields.Count > 1 && isRequired)
                {
                    return fields.ToEquatableArray();
                }
            }
        }

        return default;
    }

    // "a, b, or c": between two fields stands what separates them
    private static List<string> ReadFields(in ProseText prose, int start, out int end)
    {
        var fields = new List<string>();
        bool isSeparated = true;
        end = start;
        while (isSeparated && prose.IsWord(end) && FieldName.Is(prose.Letters(end)) && !IsRequiredAt(prose, end))
        {
            fields.Add(prose.Text(end++));
            isSeparated = false;
            while (prose.IsMark(end, ',') || (!prose.IsQuoted(end) && s_and.Contains(prose, end)))
            {
                isSeparated = true;
                end++;
            }
        }

        return fields;
    }

    private static bool IsRequiredAt(in ProseText prose, int at)
    {
        foreach (Phrase required in s_areRequired)
        {
            if (required.TryMatch(prose, at, out _))
            {
                return true;
            }
        }

        return false;
    }

    // "An invoice needs at least one of …", "You must give at least one of …"
    private static bool IsRequiredBefore(in ProseText prose, int at) => at > 0 && prose.Contains(s_needs, Math.Max(prose.SentenceStart(at), at - 3), at);

    // "the billing_type is set to upon_completion", "workspace_ids is not given", "direct=true"
    private static Condition? TryReadClause(in ProseText prose, int at, out int end)
    {
        while (!prose.IsQuoted(at) && s_articles.Contains(prose, at))
        {
            at++;
        }

        end = at;
        if (!prose.IsWord(at))
        {
            return null;
        }

        string field = prose.Text(at++);
        if (field.IndexOf('=') is var sign and > 0)
        {
            end = at;
            return ReadAssignment(field, sign);
        }

        if (!FieldName.Is(field.AsSpan()))
        {
            return null;
        }

        if (s_kinds.Contains(prose, at))
        {
            at++;
        }

        if (!s_is.Contains(prose, at))
        {
            return null;
        }

        at++;
        bool isNegated = s_not.Contains(prose, at);
        at += isNegated ? 1 : 0;

        if (!prose.IsQuoted(at) && IsClauseEnd(prose, at + 1) && (s_given.Contains(prose, at) || s_missing.Contains(prose, at)))
        {
            end = at + 1;
            bool isGiven = s_given.Contains(prose, at) != isNegated;
            return new Condition(isGiven ? ConditionKind.Present : ConditionKind.Absent, EquatableArray.Of(field), null);
        }

        while (!prose.IsQuoted(at) && s_setTo.Contains(prose, at))
        {
            at++;
        }

        if (!prose.IsWord(at) || !IsClauseEnd(prose, at + 1))
        {
            return null;
        }

        end = at + 1;
        string value = prose.Text(at);
        return value is "null"
            ? new Condition(isNegated ? ConditionKind.Present : ConditionKind.Absent, EquatableArray.Of(field), null)
            : new Condition(isNegated ? ConditionKind.NotEquals : ConditionKind.Equals, EquatableArray.Of(field), value);
    }

    // More words ("is set to a or b", "is the default one") would mean more than was read.
    private static bool IsClauseEnd(in ProseText prose, int at)
        => prose.IsEnd(at) || (at < prose.Count && prose[at].Kind == ProseTokenKind.Mark);

    private static Condition? ReadAssignment(string text, int sign)
    {
        bool isNegated = text[sign - 1] == '!';
        string field = text[..(isNegated ? sign - 1 : sign)];
        string value = text[(sign + 1)..];
        return FieldName.Is(field.AsSpan()) && value.Length > 0
            ? new Condition(isNegated ? ConditionKind.NotEquals : ConditionKind.Equals, EquatableArray.Of(field), value)
            : null;
    }

    private static Condition Opposite(Condition condition) => condition with
    {
        Kind = condition.Kind switch
        {
            ConditionKind.Equals => ConditionKind.NotEquals,
            ConditionKind.NotEquals => ConditionKind.Equals,
            ConditionKind.Present => ConditionKind.Absent,
            _ => ConditionKind.Present,
        },
    };
}
