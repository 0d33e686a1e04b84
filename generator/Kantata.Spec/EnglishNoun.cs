namespace Kantata.Spec;

/// <summary>Turns the plural nouns of the API into singular ones and back.</summary>
public static class EnglishNoun
{
    /// <summary>The singular of the last word: <c>Billing Milestones</c> → <c>Billing Milestone</c>, <c>stories</c> → <c>story</c>.</summary>
    public static string Singular(string noun)
    {
        if (EndsWith(noun, "ies") && noun.Length > 4)
        {
            return noun.Substring(0, noun.Length - 3) + "y";
        }

        if (EndsWith(noun, "sses") || EndsWith(noun, "shes") || EndsWith(noun, "ches") || EndsWith(noun, "xes") || EndsWith(noun, "tuses"))
        {
            return noun.Substring(0, noun.Length - 2);
        }

        bool isPlural = EndsWith(noun, "s") && !EndsWith(noun, "ss") && !EndsWith(noun, "us") && !EndsWith(noun, "is");
        return isPlural ? noun.Substring(0, noun.Length - 1) : noun;
    }

    /// <summary>The plural of the last word: <c>story</c> → <c>stories</c>.</summary>
    public static string Plural(string noun)
    {
        if (noun.Length == 0)
        {
            return noun;
        }

        if (EndsWith(noun, "y") && noun.Length > 1 && "aeiou".IndexOf(noun[noun.Length - 2]) < 0)
        {
            return noun.Substring(0, noun.Length - 1) + "ies";
        }

        bool hisses = EndsWith(noun, "s") || EndsWith(noun, "x") || EndsWith(noun, "z") || EndsWith(noun, "ch") || EndsWith(noun, "sh");
        return noun + (hisses ? "es" : "s");
    }

    private static bool EndsWith(string noun, string ending) => noun.EndsWith(ending, StringComparison.Ordinal);
}
