using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1006.</summary>
public sealed class UnusedIncludeTests
{
    private const string Methods = """


        static class Elsewhere
        {
            public static void Print(object? value) => Console.WriteLine(value);
            public static void Show(BillingMilestone milestone) => Console.WriteLine(milestone.Workspace?.Title);
        }
        """;

    [Theory]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().[|IncludeStory|]().IncludeWorkspace())\n    Console.WriteLine(milestone.Workspace?.Title);")]
    [InlineData("var milestone = await kantata.BillingMilestones.GetAsync(1, q => q.[|IncludeStory|]().IncludeInvoices());\nConsole.WriteLine(milestone.Invoices.Count + milestone.Title);")]
    [InlineData("var all = await kantata.BillingMilestones.List().[|IncludeStory|]().ToListAsync();\nforeach (var milestone in all.Where(m => m.AmountInCents > 5).OrderBy(m => m.Title))\n    Console.WriteLine($\"{milestone.Title} {milestone.StoryId}\");")]
    [InlineData("var query = kantata.BillingMilestones.List();\nquery = query.[|IncludeStory|]();\nvar page = await query.GetPageAsync(1);\nConsole.WriteLine(page.Count);")]
    [InlineData("var titles = (await kantata.BillingMilestones.List().[|IncludeStory|]().ToListAsync()).Select(m => m.Title).ToList();\nElsewhere.Print(titles);")]
    [InlineData("if (await kantata.BillingMilestones.List().[|IncludeStory|]().FirstOrDefaultAsync() is { } milestone)\n    Elsewhere.Print(milestone.Title);")]
    [InlineData("await foreach (var page in kantata.BillingMilestones.List().[|IncludeStory|]().AsPages())\n    foreach (var milestone in page)\n        Elsewhere.Print(milestone.Id);")]
    [InlineData("await kantata.BillingMilestones.UpdateAsync(1, new() { Title = \"x\" }, q => q.[|IncludeStory|]());")]
    [InlineData("foreach (var milestone in await LoadAsync())\n    Elsewhere.Print(milestone.Title);\nTask<List<BillingMilestone>> LoadAsync() => kantata.BillingMilestones.List().[|IncludeStory|]().ToListAsync();")]
    [InlineData("var (one, user) = (await kantata.BillingMilestones.GetAsync(1, q => q.[|IncludeStory|]()), await kantata.Users.GetAsync(2));\nElsewhere.Print(one.Title + user.FullName);")]
    [InlineData("var byId = (await kantata.BillingMilestones.List().[|IncludeStory|]().ToListAsync()).ToDictionary(m => m.Id);\nif (byId.TryGetValue(1, out var found))\n    Elsewhere.Print(found.Title);")]
    public async Task What_nobody_reads_is_found(string body) => await Rule<UnusedIncludeAnalyzer>.FindsAsync(CodeShape.InMethod(body) + Methods);

    [Theory]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory())\n    Console.WriteLine(milestone.Story?.Title);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeInvoices())\n    Console.WriteLine(milestone.InvoiceIds?.Count);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory().IncludeWorkspace())\n    Console.WriteLine(milestone.Story?.Workspace?.Title);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeWorkspace())\n    Elsewhere.Show(milestone);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeWorkspace())\n    Elsewhere.Print(milestone);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory().IncludeWorkspace())\n    Elsewhere.Print(milestone.Story);")]
    [InlineData("var all = await kantata.BillingMilestones.List().IncludeStory().ToListAsync();\nElsewhere.Print(System.Text.Json.JsonSerializer.Serialize(all));")]
    [InlineData("var all = await kantata.BillingMilestones.List().IncludeWorkspace().ToListAsync();\nall.ForEach(Elsewhere.Show);")]
    [InlineData("if (await kantata.BillingMilestones.List().IncludeStory().FirstOrDefaultAsync() is { Story: { } story })\n    Elsewhere.Print(story.Title);")]
    [InlineData("List<BillingMilestone> kept = [];\nawait foreach (var milestone in kantata.BillingMilestones.List().IncludeStory())\n    kept.Add(milestone);\nElsewhere.Print(kept);")]
    [InlineData("var query = kantata.BillingMilestones.List().IncludeStory();\nElsewhere.Print(query);")]
    [InlineData("if ((await kantata.BillingMilestones.List().IncludeWorkspace().ToListAsync()) is [var first, ..])\n    Elsewhere.Show(first);")]
    [InlineData("var titles = (await kantata.BillingMilestones.List().IncludeStory().ToListAsync()).Select(m => m.Story?.Title).ToList();")]
    [InlineData("var pairs = (await kantata.BillingMilestones.List().IncludeStory().ToListAsync()).Select(m => new { m, m.Title }).ToList();\nElsewhere.Print(pairs);")]
    [InlineData("Func<Task<BillingMilestone>> load = () => kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());\nElsewhere.Print(load);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory())\n    if (milestone is { Story.Title: \"x\" })\n        Elsewhere.Print(1);")]
    [InlineData("var groups = (await kantata.BillingMilestones.List().IncludeWorkspace().ToListAsync()).GroupBy(m => m.Workspace?.Title).ToList();\nElsewhere.Print(groups.Count);")]
    [InlineData("var sorted = (await kantata.BillingMilestones.List().IncludeStory().ToListAsync()).OrderBy(m => m.Story?.Title).Select(m => m.Id).ToList();\nElsewhere.Print(sorted);")]
    [InlineData("var lines = (await kantata.BillingMilestones.List().IncludeStory().ToListAsync()).Select(Describe).ToList();\nElsewhere.Print(lines);\nstatic string? Describe(BillingMilestone m) => m.Story?.Title;")]
    [InlineData("dynamic milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());\nElsewhere.Print(milestone.Story);")]
    [InlineData("object milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());\nElsewhere.Print(milestone.GetType().GetProperty(\"Story\")!.GetValue(milestone));")]
    [InlineData("KantataEntity milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());\nElsewhere.Print(((BillingMilestone)milestone).Story);")]
    [InlineData("var milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());\nAction show = () => Elsewhere.Print(milestone.Story);\nshow();")]
    [InlineData("var milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());\nElsewhere.Print(milestone switch { { Story: null } => 1, _ => 2 });")]
    [InlineData("var (story, title) = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory()) is var m ? (m.Story, m.Title) : default;\nElsewhere.Print(story?.Title + title);")]
    [InlineData("await using var milestones = kantata.BillingMilestones.List().IncludeStory().GetAsyncEnumerator();\nwhile (await milestones.MoveNextAsync())\n    Elsewhere.Print(milestones.Current.Story);")]
    [InlineData("var copy = new List<BillingMilestone>(await kantata.BillingMilestones.List().IncludeStory().ToListAsync());\nElsewhere.Print(copy[0].Story);")]
    [InlineData("BillingMilestone[] all = [.. await kantata.BillingMilestones.List().IncludeStory().ToListAsync()];\nElsewhere.Print(all[0].Story);")]
    public async Task What_may_be_read_is_left_alone(string body) => await Rule<UnusedIncludeAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body) + Methods);

    [Fact]
    public async Task What_leaves_the_method_is_left_alone() => await Rule<UnusedIncludeAnalyzer>.LeavesAloneAsync(CodeShape.InClass(
        """
        private BillingMilestone? _last;

        public Task<List<BillingMilestone>> LoadAsync() => kantata.BillingMilestones.List().IncludeStory().ToListAsync();

        public BillingMilestonesListQuery Open() => kantata.BillingMilestones.List().IncludeStory();

        public async Task KeepAsync() => _last = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());

        public async IAsyncEnumerable<BillingMilestone> StreamAsync()
        {
            await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory())
                yield return milestone;
        }

        public string? Print() => _last?.Title;
        """));

    [Theory]
    [InlineData("List().IncludeStory().WorkspaceIds(1).FirstOrDefaultAsync()", "List().WorkspaceIds(1).FirstOrDefaultAsync()")]
    [InlineData("List()\n    .WorkspaceIds(1)\n    .IncludeStory()\n    .FirstOrDefaultAsync()", "List()\n    .WorkspaceIds(1)\n    .FirstOrDefaultAsync()")]
    [InlineData("GetAsync(1, q => q.IncludeStory())", "GetAsync(1)")]
    [InlineData("GetAsync(1, q => q.IncludeStory(), cancellationToken)", "GetAsync(1, null, cancellationToken)")]
    [InlineData("GetAsync(1, query: q => q.IncludeStory(), cancellationToken: cancellationToken)", "GetAsync(1, cancellationToken: cancellationToken)")]
    public async Task The_fix_removes_it(string before, string after) => await Fix<UnusedIncludeAnalyzer, RemoveIncludeFix>.TurnsAsync(
        CodeShape.InMethod($"Console.WriteLine((await kantata.BillingMilestones.{before})?.Title);"),
        CodeShape.InMethod($"Console.WriteLine((await kantata.BillingMilestones.{after})?.Title);"));

    [Fact]
    public async Task The_fix_of_all_removes_what_is_left_of_a_lambda() => await Fix<UnusedIncludeAnalyzer, RemoveIncludeFix>.TurnsAllAsync(
        CodeShape.InMethod(
            """
            var one = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory().IncludeWorkspace());
            var other = await kantata.BillingMilestones.List().IncludeStory().IncludeExternalReferences().FirstOrDefaultAsync();
            Console.WriteLine(one.Title + other?.Title);
            """),
        CodeShape.InMethod(
            """
            var one = await kantata.BillingMilestones.GetAsync(1);
            var other = await kantata.BillingMilestones.List().FirstOrDefaultAsync();
            Console.WriteLine(one.Title + other?.Title);
            """));
}
