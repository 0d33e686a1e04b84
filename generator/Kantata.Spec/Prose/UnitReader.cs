using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Prose;

/// <summary>Reads the unit of a number, from its name (<c>amount_in_cents</c>) and from its text ("in minutes").</summary>
internal static class UnitReader
{
    private static readonly (Phrase Phrase, string Unit)[] s_phrases =
    [
        (Phrase.Of("cents|subunits per hour"), "cents per hour"),
        (Phrase.Of("main|major unit|units"), "currency main unit"),
        (Phrase.Of("in the? currency subunits"), "cents"),
        (Phrase.Of("in the? cents|subunits"), "cents"),
        (Phrase.Of("in business days"), "business days"),
        (Phrase.Of("number of business days"), "business days"),
        (Phrase.Of("in minutes"), "minutes"),
        (Phrase.Of("number of minutes"), "minutes"),
        (Phrase.Of("in hours"), "hours"),
        (Phrase.Of("number of hours"), "hours"),
        (Phrase.Of("in days"), "days"),
        (Phrase.Of("number of days"), "days"),
        (Phrase.Of("in bytes"), "bytes"),
        (Phrase.Of("as|in a? decimal? fraction"), "fraction"),
        (Phrase.Of("as a decimal"), "fraction"),
        (Phrase.Of("as|in a? percent|percentage"), "percent"),
        (Phrase.Of("percentage|percent of"), "percent"),
    ];

    private static readonly (string Suffix, string Unit)[] s_suffixes =
    [
        ("_in_cents", "cents"),
        ("_in_minutes", "minutes"),
        ("_in_hours", "hours"),
        ("_in_days", "days"),
        ("_in_bytes", "bytes"),
        ("_minutes", "minutes"),
        ("_hours", "hours"),
        ("_days", "days"),
        ("_percentage", "percent"),
    ];

    /// <summary>The unit; null where neither name nor text says one.</summary>
    public static string? Read(in ProseText prose, string name, ValueType type)
    {
        bool isNumber = type is ValueType.Integer or ValueType.Number;
        foreach ((Phrase phrase, string unit) in s_phrases)
        {
            // A string holds a number only where it is said to be money.
            if ((isNumber || unit == "cents") && type != ValueType.Boolean && phrase.TryFind(prose, out _))
            {
                return unit;
            }
        }

        if (!isNumber)
        {
            return null;
        }

        foreach ((string suffix, string unit) in s_suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }
}
