using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1002.</summary>
public sealed class RecordByRecordTests
{
    private const string Declarations = """


        static class Given
        {
            public static IReadOnlyList<Id<BillingMilestone>> Ids => [1, 2, 3];
            public static List<BillingMilestone> Milestones => [];
        }
        """;

    [Theory]
    [InlineData("foreach (var id in Given.Ids)\n{\n    var milestone = await [|kantata.BillingMilestones.GetAsync(id)|];\n    Console.WriteLine(milestone.Title);\n}")]
    [InlineData("foreach (long id in new long[] { 1, 2 })\n    Console.WriteLine((await [|kantata.BillingMilestones.GetAsync(id, q => q.IncludeStory(), cancellationToken)|]).Title);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List())\n{\n    if (milestone.StoryId is { } storyId)\n        Console.WriteLine((await [|kantata.Stories.GetAsync(storyId)|]).Title);\n}")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List())\n{\n    if (milestone.StoryId is null)\n        continue;\n    var story = await [|kantata.Stories.GetAsync(milestone.StoryId.Value)|];\n    Console.WriteLine(story.Title);\n}")]
    [InlineData("foreach (var milestone in await kantata.BillingMilestones.List().ToListAsync())\n    Console.WriteLine((await [|kantata.Workspaces.GetAsync(milestone.WorkspaceId!.Value)|]).Title);")]
    [InlineData("foreach (var milestone in Given.Milestones)\n    Console.WriteLine((await [|kantata.Workspaces.GetAsync(milestone.WorkspaceId!.Value)|]).Title);")]
    [InlineData("foreach (var milestone in Given.Milestones)\n{\n    var id = milestone.WorkspaceId!.Value;\n    var workspace = await [|kantata.Workspaces.GetAsync(id)|];\n    Console.WriteLine(workspace.Title);\n}")]
    [InlineData("var all = await Task.WhenAll(Given.Ids.Select(id => [|kantata.BillingMilestones.GetAsync(id)|]));\nConsole.WriteLine(all.Length);")]
    [InlineData("var all = new List<BillingMilestone>();\nforeach (var id in Given.Ids)\n    all.Add(await [|kantata.BillingMilestones.GetAsync(id)|]);")]
    [InlineData("foreach (var milestone in Given.Milestones)\n    Console.WriteLine((await [|kantata.BillingMilestones.GetAsync(milestone.Id, q => q.IncludeStory())|]).Story);")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List())\n    if (milestone.StoryId.HasValue)\n        Console.WriteLine((await [|kantata.Stories.GetAsync(milestone.StoryId.Value, q => q.IncludeAssignees())|]).Title);")]
    public async Task One_request_after_another_is_found(string body) => await Rule<RecordByRecordAnalyzer>.FindsAsync(CodeShape.InMethod(body) + Declarations);

    [Theory]
    [InlineData("var milestone = await kantata.BillingMilestones.GetAsync(1);\nConsole.WriteLine(milestone.Title);")]
    [InlineData("foreach (var id in Given.Ids)\n    if ((await kantata.BillingMilestones.GetAsync(id)).Title == \"x\")\n        break;")]
    [InlineData("foreach (var id in Given.Ids)\n    if ((await kantata.BillingMilestones.GetAsync(id)).Title == \"x\")\n        return;")]
    [InlineData("foreach (var id in Given.Ids)\n    try { await kantata.BillingMilestones.GetAsync(id); }\n    catch (KantataNotFoundException) { }")]
    [InlineData("Dictionary<Id<BillingMilestone>, BillingMilestone> known = [];\nforeach (var id in Given.Ids)\n    if (!known.ContainsKey(id))\n        known[id] = await kantata.BillingMilestones.GetAsync(id);")]
    [InlineData("foreach (var name in new[] { \"a\", \"b\" })\n    Console.WriteLine(name + (await kantata.BillingMilestones.GetAsync(1)).Title);")]
    [InlineData("while (!cancellationToken.IsCancellationRequested)\n    await kantata.BillingMilestones.GetAsync(1);")]
    [InlineData("foreach (var id in Given.Ids)\n    await kantata.BillingMilestones.DeleteAsync(id);")]
    [InlineData("foreach (var id in Given.Ids)\n    await kantata.BillingMilestones.UpdateAsync(id, new() { Title = \"x\" });")]
    [InlineData("foreach (var id in Given.Ids)\n{\n    if (id.ToString() == \"1\")\n        continue;\n    await kantata.BillingMilestones.GetAsync(id);\n}")]
    [InlineData("var load = Given.Ids.Select(id => kantata.BillingMilestones.GetAsync(id)).First();\nawait load;")]
    [InlineData("foreach (var milestone in Given.Milestones)\n    foreach (var i in Enumerable.Range(0, 3))\n        await kantata.BillingMilestones.GetAsync(milestone.Id);")]
    [InlineData("var loads = new List<Func<Task>>();\nforeach (var id in Given.Ids)\n    loads.Add(() => kantata.BillingMilestones.GetAsync(id));")]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List().Only(Given.Ids))\n    Console.WriteLine(milestone.Title);")]
    [InlineData("for (int page = 1; page < 5; page++)\n    await kantata.BillingMilestones.List().GetPageAsync(page);")]
    [InlineData("var queue = new Queue<Id<Story>>([1]);\nwhile (queue.TryDequeue(out var id))\n    if ((await kantata.Stories.GetAsync(id)).ParentId is { } parent)\n        queue.Enqueue(parent);")]
    [InlineData("Id<Story>? next = 1;\nwhile (next is { } id)\n    next = (await kantata.Stories.GetAsync(id)).ParentId;")]
    [InlineData("foreach (var id in Given.Ids)\n{\n    await kantata.BillingMilestones.UpdateAsync(id, new() { Title = \"x\" });\n    Console.WriteLine((await kantata.BillingMilestones.GetAsync(id)).UpdatedAt);\n}")]
    [InlineData("foreach (var id in Given.Ids.Take(1))\n    Console.WriteLine(id);\nConsole.WriteLine((await kantata.BillingMilestones.GetAsync(Given.Ids[0])).Title);")]
    public async Task What_need_not_be_one_request_is_left_alone(string body) => await Rule<RecordByRecordAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body) + Declarations);

    [Fact]
    public async Task The_message_says_what_brings_the_records()
    {
        IReadOnlyList<Diagnostic> found = await Rule<RecordByRecordAnalyzer>.FindsAsync(CodeShape.InMethod(
            """
            await foreach (var milestone in kantata.BillingMilestones.List())
                if (milestone.StoryId is { } storyId)
                    Console.WriteLine((await [|kantata.Stories.GetAsync(storyId)|]).Title);
            foreach (var id in Given.Ids)
                Console.WriteLine((await [|kantata.BillingMilestones.GetAsync(id)|]).Title);
            """) + Declarations);

        Assert.Equal(
            ["This sends a request for each record; '.IncludeStory()' brings them together", "This sends a request for each record; '.Only(…)' brings them together"],
            found.Select(finding => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(
        """
        foreach (var id in Given.Ids)
        {
            var milestone = await kantata.BillingMilestones.GetAsync(id, q => q.IncludeStory(), cancellationToken);
            Console.WriteLine(milestone.Story?.Title);
        }
        """,
        """
        await foreach (var milestone in kantata.BillingMilestones.List().Only(Given.Ids).IncludeStory().WithCancellation(cancellationToken))
        {
            Console.WriteLine(milestone.Story?.Title);
        }
        """)]
    [InlineData(
        """
        await foreach (var milestone in kantata.BillingMilestones.List())
        {
            if (milestone.StoryId is { } storyId)
            {
                Story story = await kantata.Stories.GetAsync(storyId);
                Console.WriteLine(story.Title);
            }
        }
        """,
        """
        await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory())
        {
            if (milestone.StoryId is { } storyId)
            {
                Story story = milestone.Story!;
                Console.WriteLine(story.Title);
            }
        }
        """)]
    public async Task The_fix_brings_them_together(string before, string after) => await Fix<RecordByRecordAnalyzer, ReadTogetherFix>.TurnsAsync(
        CodeShape.InMethod(before) + Declarations, CodeShape.InMethod(after) + Declarations);

    [Fact]
    public async Task The_fix_of_all_adds_both_includes_to_one_list() => await Fix<RecordByRecordAnalyzer, ReadTogetherFix>.TurnsAllAsync(
        CodeShape.InMethod(
            """
            var milestones = kantata.BillingMilestones.List()
                .WorkspaceIds(10);
            await foreach (var milestone in milestones)
            {
                var workspace = await kantata.Workspaces.GetAsync(milestone.WorkspaceId!.Value);
                Console.WriteLine(workspace.Title);
                if (milestone.StoryId is not null)
                    Console.WriteLine((await kantata.Stories.GetAsync(milestone.StoryId.Value)).Title);
            }
            """),
        CodeShape.InMethod(
            """
            var milestones = kantata.BillingMilestones.List()
                .WorkspaceIds(10)
                .IncludeWorkspace()
                .IncludeStory();
            await foreach (var milestone in milestones)
            {
                var workspace = milestone.Workspace!;
                Console.WriteLine(workspace.Title);
                if (milestone.StoryId is not null)
                    Console.WriteLine(milestone.Story!.Title);
            }
            """));
}
