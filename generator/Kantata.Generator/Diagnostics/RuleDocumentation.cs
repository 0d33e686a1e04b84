namespace Kantata.Generator.Diagnostics;

/// <summary>Where the rules are documented.</summary>
internal static class RuleDocumentation
{
    /// <summary>The page of a rule.</summary>
    public static string PageOf(string id) => $"https://github.com/kantata-generator/kantata-generator/blob/main/docs/rules/{id}.md";
}
