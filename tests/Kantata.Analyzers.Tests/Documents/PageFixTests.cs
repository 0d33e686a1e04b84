using System.Collections.Immutable;
using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Kantata.Analyzers.Tests.Documents;

/// <summary>The fixes of KAN0xxx, in one place, in a page, in a project and in a solution.</summary>
public sealed class PageFixTests
{
    private static readonly PageFix s_fix = new();

    public static TheoryData<string> Fixed => [.. s_fix.FixableDiagnosticIds];

    [Theory]
    [MemberData(nameof(Fixed))]
    public async Task The_fix_turns_what_a_page_calls_wrong_into_what_it_calls_right(string id) =>
        Assert.Equal(RulePage.All[id].Right[0].Text.ReplaceLineEndings(), (await FixAsync(RulePage.All[id].Wrong[0].Text, id))?.ReplaceLineEndings());

    [Theory]
    [MemberData(nameof(Fixed))]
    public void The_page_of_a_rule_says_what_its_fix_does(string id) => Assert.Contains("The fix ", RulePage.All[id].Text, StringComparison.Ordinal);

    [Fact]
    public void The_page_of_a_rule_without_a_fix_promises_none() => Assert.DoesNotContain(
        RulePage.All.Values.Where(page => !s_fix.FixableDiagnosticIds.Contains(page.Id)),
        page => page.Text.Contains("The fix ", StringComparison.Ordinal));

    [Theory]
    [InlineData("KAN0011", "Endpoint: `GET /forecasts`", "Endpoint: GET /forecasts")]
    [InlineData("KAN0011", "Endpoint: get https://api.mavenlink.com/api/v1/forecasts/{id}", "Endpoint: GET /forecasts/{id}")]
    [InlineData("KAN0011", "Endpoint:GET  forecasts", "Endpoint:GET /forecasts")]
    [InlineData("KAN0011", "Endpoint: /forecasts", null)]
    [InlineData("KAN0011", "Endpoint: GET /forecasts/{id", null)]
    [InlineData("KAN0011", "Endpoint: FETCH /forecasts", null)]
    [InlineData("KAN0011", "Endpoint: GET the /forecasts", null)]
    public async Task The_line_of_the_endpoint(string id, string before, string? after) =>
        await FixesAsync(id, "# Forecasts\n\nProse.\n\n#\n\n## Response 200\n", before, after);

    [Theory]
    [InlineData("KAN0014", "## Query string:", "## Query parameters:")]
    [InlineData("KAN0014", "## Path params:", "## Path parameters:")]
    [InlineData("KAN0014", "## Request body:", "## Request fields (application/json):")]
    [InlineData("KAN0014", "## Response 404 body:", "## Response 404 fields (application/json):")]
    [InlineData("KAN0014", "## Examples:", null)]
    public async Task The_heading_of_a_section(string id, string before, string? after) =>
        await FixesAsync(id, "# Forecasts\n\nProse.\n\nEndpoint: GET /forecasts\n\n#\n\n## Response 200\n", before, after);

    [Theory]
    [InlineData("KAN0016", "  - `day` ()", "  - `day` (string)")]
    [InlineData("KAN0016", "  - `day` The day.", "  - `day` (string) The day.")]
    [InlineData("KAN0016", "  - `include` (string)\n- story - The story.", null)]
    [InlineData("KAN0017", "  - `day` (strnig, required)", "  - `day` (string, required)")]
    [InlineData("KAN0017", "  - `day` (array of intergers)", "  - `day` (array of integers)")]
    [InlineData("KAN0017", "  - `day` (sting or null)", "  - `day` (string or null)")]
    [InlineData("KAN0017", "  - `day` (Boolaen)", "  - `day` (boolean)")]
    [InlineData("KAN0017", "  - `day` (timestamp)", null)]
    [InlineData("KAN0017", "  - `day` (enum)", null)]
    [InlineData("KAN0018", "  - `day` (string)\n    One.\n\n  - `day` (string)\n    Two.\n\n    More.\n\n  - `to` (string)", "  - `day` (string)\n    One.\n\n  - `to` (string)")]
    [InlineData("KAN0018", "  - `include` (string)\n- story (Story) - One.\n- story (Story) - Two.\n- workspace (Workspace) - Three.", "  - `include` (string)\n- story (Story) - One.\n- workspace (Workspace) - Three.")]
    [InlineData("KAN0019", "  - `day (string, required)", "  - `day` (string, required)")]
    [InlineData("KAN0019", "  - `the day in question", null)]
    [InlineData("KAN0024", "  - `day` (string, requierd)", "  - `day` (string, required)")]
    [InlineData("KAN0024", "  - `day` (string, mandatory)", "  - `day` (string)")]
    [InlineData("KAN0024", "  - `day` (string, required, mandatory, deprecatd)", "  - `day` (string, required, deprecated)")]
    [InlineData("KAN0025", " - `day` (string)", "  - `day` (string)")]
    [InlineData("KAN0025", "\t- `day` (string)", "  - `day` (string)")]
    public async Task An_item(string id, string before, string? after) =>
        await FixesAsync(id, "# Forecasts\n\nProse.\n\nEndpoint: GET /forecasts\n\n## Query parameters:\n\n#\n\n## Response 200\n", before, after);

    [Theory]
    [InlineData("### Forecasts", "# Forecasts")]
    [InlineData("#Forecasts", "# Forecasts")]
    [InlineData("Forecasts are what will be billed.", null)]
    public async Task The_title(string before, string? after) =>
        await FixesAsync("KAN0013", "#\n\nEndpoint: GET /forecasts\n\n## Response 200\n", before, after);

    [Theory]
    [InlineData(" - [GET forecasts/{id}](get.md): One.", " - [GET /forecasts/{id}](get.md): One.")]
    [InlineData(" - [List /forecasts](get.md): All.", null)]
    public async Task An_entry_of_an_index_page(string before, string? after) => await FixesAsync("KAN0023", "# Forecasts\n\n#\n", before, after);

    [Fact]
    public async Task All_faults_of_a_kind_are_fixed_in_a_page()
    {
        Project project = UserDocument.Project(new UserDocument("forecasts.md", Page("`day`", "`to`", "`from`")));

        List<CodeAction> offers = await OffersAsync(project, "forecasts.md", (await UserDocument.FindAsync(project))[0]);

        Assert.Equal(["Add '(string)'", "Add '(string)', everywhere in this page"], offers.Select(offer => offer.Title));
        Assert.Equal(Page("`day` (string)", "`to`", "`from`"), await TextAsync(await ApplyAsync(offers[0]), "Project", "forecasts.md"));
        Assert.Equal(Page("`day` (string)", "`to` (string)", "`from` (string)"), await TextAsync(await ApplyAsync(offers[1]), "Project", "forecasts.md"));
    }

    [Theory]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 4)]
    public async Task All_faults_of_a_kind_are_fixed_in_a_scope(FixAllScope scope, int fixedPages)
    {
        string before = Page("`day`", "`to` ()");
        string after = Page("`day` (string)", "`to` (string)");
        Solution solution = UserDocument.AddProject(new AdhocWorkspace().CurrentSolution, "First", new UserDocument("a.md", before), new UserDocument("b.md", before)).Solution;
        solution = UserDocument.AddProject(solution, "Second", new UserDocument("a.md", before), new UserDocument("b.md", before)).Solution;
        Project project = solution.Projects.Single(project => project.Name == "First");

        CodeAction? action = await s_fix.GetFixAllProvider().GetFixAsync(new FixAllContext(
            project, s_fix, scope, "KAN0016", ["KAN0016"], new FindingsProvider(), CancellationToken.None));

        Solution changed = await ApplyAsync(action!);
        (string Project, string Page)[] pages = [("First", "a.md"), ("First", "b.md"), ("Second", "a.md"), ("Second", "b.md")];
        for (int i = 0; i < pages.Length; i++)
        {
            Assert.Equal(i < fixedPages ? after : before, await TextAsync(changed, pages[i].Project, pages[i].Page));
        }
    }

    private static string Page(params string[] items) =>
        "# Forecasts\n\nProse.\n\nEndpoint: GET /forecasts\n\n## Query parameters:\n\n" + string.Concat(items.Select(item => $"  - {item}\n    Text.\n\n")) + "## Response 200\n";

    private static async Task FixesAsync(string id, string page, string before, string? after)
    {
        string? changed = await FixAsync(page.Replace("#\n", before + "\n", StringComparison.Ordinal), id);

        Assert.Equal(after is null ? null : page.Replace("#\n", after + "\n", StringComparison.Ordinal), changed);
    }

    /// <summary>The page after the first fault of a kind is fixed, which is then gone; null where there is no fix.</summary>
    private static async Task<string?> FixAsync(string page, string id)
    {
        Project project = UserDocument.Project(new UserDocument("page.md", page));
        Diagnostic[] found = [.. (await UserDocument.FindAsync(project)).Where(fault => fault.Id == id)];
        Assert.NotEmpty(found);
        if (await OffersAsync(project, "page.md", found[0]) is not [var offer, ..])
        {
            return null;
        }

        Project changed = (await ApplyAsync(offer)).GetProject(project.Id)!;
        Assert.True((await UserDocument.FindAsync(changed)).Count(fault => fault.Id == id) < found.Length, "The fault is still there.");
        return await TextAsync(changed.Solution, "Project", "page.md");
    }

    private static async Task<List<CodeAction>> OffersAsync(Project project, string page, Diagnostic fault)
    {
        List<CodeAction> offers = [];
        TextDocument document = project.AdditionalDocuments.Single(document => document.Name == page);
        await s_fix.RegisterCodeFixesAsync(new CodeFixContext(document, fault, (offer, _) => offers.Add(offer), CancellationToken.None));
        return offers;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<string> TextAsync(Solution solution, string project, string page) =>
        (await solution.Projects.Single(one => one.Name == project).AdditionalDocuments.Single(document => document.Name == page).GetTextAsync()).ToString();

    private sealed class FindingsProvider : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await UserDocument.FindAsync(project);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(ImmutableArray<Diagnostic>.Empty);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
