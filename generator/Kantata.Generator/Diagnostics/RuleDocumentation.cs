namespace Kantata.Generator.Diagnostics;

/// <summary>Where the rules are documented.</summary>
internal static class RuleDocumentation
{
    /// <summary>The table of all rules, for those that have no page of their own.</summary>
    public const string Overview = Folder + "README.md";

    private const string Folder = "https://github.com/kantata-generator/kantata-generator/blob/main/docs/rules/";

    /// <summary>The page of a rule.</summary>
    public static string PageOf(string id) => Folder + id + ".md";
}
