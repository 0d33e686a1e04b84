using Kantata.Spec.Collections;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Prose;

/// <summary>
/// Reads the closed set of values that a text names: "Valid values: a, b, and c.", "Can be 'x' or 'y'", "Options are a, b, or
/// c", "this can be successful or fail", "One of: …".
/// </summary>
internal static class KnownValuesReader
{
    private const string Adjectives = "valid|possible|allowed|accepted|acceptable|available|supported|permitted|known|legal";
    private const string Nouns = "values|value|options|option|choices|types|statuses|states|categories|levels|settings";

    // After these nothing but the values can follow.
    private static readonly Phrase[] s_announced = Phrase.Any(
        Adjectives + " " + Nouns + " are|include|includes|is :?",
        Adjectives + " " + Nouns + " :",
        "options|choices are :?",
        "values are :",
        "options|values|choices :",
        "any|one of the|these following? " + Nouns + "? :",
        "any|one of :",
        "any|one of the following " + Nouns + "?");

    // After these values may follow, or anything else.
    private static readonly Phrase[] s_unannounced = Phrase.Any(
        "can|may|must|should|could|will be either|one|any? of?",
        "either",
        "is|are one|any|either of?",
        "as|to either",
        "any|one of",
        "values are");

    private static readonly WordSet s_notBefore = WordSet.Of("least most also not");

    // Bare words after "can be" are values only where a choice is spoken of: "the file can be opened or saved" says none.
    private static readonly WordSet s_choices = WordSet.Of(
        "status state type kind category level stage mode access permission permissions role priority scope cadence classification option direction visibility types statuses states");

    /// <summary>The values; empty where the text names none beyond doubt.</summary>
    public static EquatableArray<string> Read(in ProseText prose, string name, ValueType type)
    {
        foreach (Phrase announced in s_announced)
        {
            if (announced.TryFind(prose, out PhraseMatch match))
            {
                List<string> values = ValueListReader.Read(prose, match.End, isAnnounced: true, out bool areQuoted);
                if (IsSet(values, type, fewest: areQuoted ? 1 : 2))
                {
                    return values.ToEquatableArray();
                }
            }
        }

        foreach (Phrase unannounced in s_unannounced)
        {
            int from = 0;
            while (unannounced.TryFind(prose, out PhraseMatch match, from))
            {
                from = match.Start + 1;
                if (match.Start > 0 && s_notBefore.Contains(prose, match.Start - 1))
                {
                    continue;
                }

                List<string> values = ValueListReader.Read(prose, match.End, isAnnounced: false, out bool areQuoted);
                if (IsSet(values, type, fewest: 2) && (areQuoted || AreIdentifiers(values) || SpeaksOfChoice(prose, match.Start, name)))
                {
                    return values.ToEquatableArray();
                }
            }
        }

        return default;
    }

    // True and false are a type, and null is no value. The values of a number are numbers.
    private static bool IsSet(List<string> values, ValueType type, int fewest)
    {
        values.RemoveAll(value => value is "null" or "nil");
        return values.Count >= fewest
            && (type is not (ValueType.Integer or ValueType.Number) || values.TrueForAll(IsNumber))
            && !(values.TrueForAll(value => value is "true" or "false") && type == ValueType.Boolean);
    }

    private static bool IsNumber(string value) => value.All(c => c is (>= '0' and <= '9') or '-' or '.');

    private static bool AreIdentifiers(List<string> values) => values.Exists(value => value.IndexOf('_') > 0);

    private static bool SpeaksOfChoice(in ProseText prose, int at, string name)
        => prose.Contains(s_choices, prose.SentenceStart(at), at) || EndsInChoice(name);

    private static bool EndsInChoice(string name)
        => FieldName.EndsIn(name, "status") || FieldName.EndsIn(name, "state") || FieldName.EndsIn(name, "type")
        || FieldName.EndsIn(name, "kind") || FieldName.EndsIn(name, "category") || FieldName.EndsIn(name, "priority")
        || FieldName.EndsIn(name, "level") || FieldName.EndsIn(name, "stage") || FieldName.EndsIn(name, "mode");
}
