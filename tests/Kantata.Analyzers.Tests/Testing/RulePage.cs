namespace Kantata.Analyzers.Tests.Testing;

/// <summary>The page of a rule about documents, with its examples.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Wrong">The documents of the wrong example.</param>
/// <param name="Right">The documents of the right example.</param>
/// <param name="Text">The whole page.</param>
internal sealed record RulePage(string Id, IReadOnlyList<UserDocument> Wrong, IReadOnlyList<UserDocument> Right, string Text)
{
    private const string Fence = "```";

    /// <summary>The pages, by the ids of their rules.</summary>
    public static IReadOnlyDictionary<string, RulePage> All { get; } = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "KAN0*.md")
        .Select(file => Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
        .ToDictionary(page => page.Id);

    private static RulePage Read(string id, string text)
    {
        int right = text.IndexOf("\n## Right\n", StringComparison.Ordinal);
        int wrong = text.IndexOf("\n## Wrong\n", StringComparison.Ordinal);
        return new RulePage(id, Documents(text[wrong..right]), Documents(text[right..]), text);
    }

    private static List<UserDocument> Documents(string section)
    {
        List<UserDocument> documents = [];
        int opening = 0;
        while ((opening = section.IndexOf("\n" + Fence, opening, StringComparison.Ordinal)) >= 0)
        {
            int start = section.IndexOf('\n', opening + 1) + 1;
            string language = section[(opening + 1 + Fence.Length)..(start - 1)];
            int closing = section.IndexOf(Fence, start, StringComparison.Ordinal);
            string extension = language == "markdown" ? "md" : language;
            documents.Add(new UserDocument($"document{documents.Count + 1}.{extension}", section[start..closing].Replace('\u2400', '\0')));
            opening = closing + Fence.Length;
        }

        return documents;
    }
}
