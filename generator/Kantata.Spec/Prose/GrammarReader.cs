using Kantata.Spec.Model;

namespace Kantata.Spec.Prose;

/// <summary>Reads which of the API's small query languages a filter takes, from the pattern that its text shows.</summary>
internal static class GrammarReader
{
    // Several fields are written in brackets. Where a text shows no brackets, the filter has another grammar for several.
    private const string Several = "):(";

    private static readonly (string Pattern, bool TakesSeveral, ValueFormat Format)[] s_grammars =
    [
        ("FIELD:CHOICE", true, ValueFormat.CustomFieldChoices),
        ("FIELD:AMOUNT", true, ValueFormat.CustomFieldAmounts),
        ("FIELD:FROM:TO", true, ValueFormat.CustomFieldDates),
        ("FIELD:NUMBER", true, ValueFormat.CustomFieldNumbers),
        ("FIELD:TEXT", true, ValueFormat.CustomFieldTexts),
        ("GEO,GEO;DEPT,DEPT", false, ValueFormat.OrganizationIds),
        ("WORKSPACE:START:END", false, ValueFormat.TimesheetGap),
        ("{'SKILL':[LEVEL", false, ValueFormat.SkillLevels),
        ("{\"ids\":[", false, ValueFormat.SkillLevelsJson),
    ];

    /// <summary>The language; <see cref="ValueFormat.None"/> where the text shows the pattern of none.</summary>
    public static ValueFormat Read(in ProseText prose)
    {
        foreach ((string pattern, bool takesSeveral, ValueFormat format) in s_grammars)
        {
            if (prose.Shows(pattern) && (!takesSeveral || prose.Shows(Several)))
            {
                return format;
            }
        }

        return ValueFormat.None;
    }
}
