using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1005.</summary>
public sealed class UnsentRequestTests
{
    [Theory]
    [InlineData("[|kantata.BillingMilestones.List()|];")]
    [InlineData("[|kantata.BillingMilestones.List().WorkspaceIds(10).IncludeStory()|];")]
    [InlineData("var query = kantata.BillingMilestones.List();\n[|query.IncludeStory()|];\nawait foreach (var milestone in query) { }")]
    [InlineData("[|kantata.BillingMilestones.List().AsPages()|];")]
    [InlineData("var query = [|kantata.BillingMilestones.List().IncludeStory()|];")]
    [InlineData("BillingMilestonesListQuery query = [|kantata.BillingMilestones.List()|];\nConsole.WriteLine();")]
    [InlineData("var query = kantata.BillingMilestones.List();\nvar more = [|query.IncludeStory()|];\nawait query.ToListAsync();")]
    [InlineData("Action all = () => [|kantata.BillingMilestones.List()|];\nall();")]
    [InlineData("List<Id<Workspace>> ids = [];\nids.ForEach(id => [|kantata.BillingMilestones.List().WorkspaceIds(id)|]);")]
    [InlineData("List<Id<BillingMilestone>> ids = [];\nids.ForEach(id => [|kantata.BillingMilestones.DeleteAsync(id)|]);")]
    [InlineData("var deleting = [|kantata.BillingMilestones.DeleteAsync(1)|];")]
    [InlineData("Task<int> counting = [|kantata.BillingMilestones.List().CountAsync()|];")]
    [InlineData("Delete();\nvoid Delete() { [|kantata.BillingMilestones.DeleteAsync(1)|]; }")]
    [InlineData("Delete();\nvoid Delete() => [|kantata.BillingMilestones.DeleteAsync(1)|];")]
    [InlineData("Parallel.ForEach(new long[] { 1, 2 }, id => { [|kantata.BillingMilestones.DeleteAsync(id)|]; });")]
    [InlineData("[|kantata?.BillingMilestones.List()|];")]
    public async Task What_is_not_sent_or_awaited_is_found(string body) => await Rule<UnsentRequestAnalyzer>.FindsAsync(CodeShape.InMethod(body));

    [Theory]
    [InlineData("await foreach (var milestone in kantata.BillingMilestones.List()) { }")]
    [InlineData("var query = kantata.BillingMilestones.List();\nquery = query.IncludeStory();\nawait foreach (var milestone in query) { }")]
    [InlineData("await kantata.BillingMilestones.DeleteAsync(1);")]
    [InlineData("_ = kantata.BillingMilestones.DeleteAsync(1);")]
    [InlineData("_ = kantata.BillingMilestones.List();")]
    [InlineData("var deleting = kantata.BillingMilestones.DeleteAsync(1);\nawait deleting;")]
    [InlineData("var tasks = new List<Task> { kantata.BillingMilestones.DeleteAsync(1) };\ntasks.Add(kantata.BillingMilestones.DeleteAsync(2));\nawait Task.WhenAll(tasks);")]
    [InlineData("Func<Task> delete = () => kantata.BillingMilestones.DeleteAsync(1);\nawait delete();")]
    [InlineData("Func<BillingMilestonesListQuery> list = () => kantata.BillingMilestones.List();\nawait list().ToListAsync();")]
    [InlineData("await Task.Run(() => kantata.BillingMilestones.DeleteAsync(1));")]
    [InlineData("await Parallel.ForEachAsync(new long[] { 1 }, async (id, token) => await kantata.BillingMilestones.DeleteAsync(id, token));")]
    [InlineData("var all = new long[] { 1, 2 }.Select(id => kantata.BillingMilestones.GetAsync(id));\nawait Task.WhenAll(all);")]
    [InlineData("kantata.BillingMilestones.DeleteAsync(1).GetAwaiter().GetResult();")]
    [InlineData("kantata.BillingMilestones.DeleteAsync(1).ContinueWith(_ => { });")]
    [InlineData("_ = Record(() => { kantata.BillingMilestones.List().Prefetch(33); });\nstatic Exception? Record(Action code) { try { code(); return null; } catch (ArgumentException e) { return e; } }")]
    [InlineData("var (one, two) = (kantata.Users.List(), kantata.Stories.List());\nawait one.CountAsync();\nawait two.CountAsync();")]
    public async Task What_is_sent_and_awaited_is_left_alone(string body) =>
        await Rule<UnsentRequestAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body));

    [Fact]
    public async Task A_call_that_the_compiler_warns_of_is_left_to_it() =>
        await Rule<UnsentRequestAnalyzer>.LeavesAloneAsync(CodeShape.InMethod("kantata.BillingMilestones.DeleteAsync(1);\nawait Task.Yield();"));

    [Theory]
    [InlineData(
        "kantata.BillingMilestones.List().IncludeStory();",
        "await foreach (var billingMilestone in kantata.BillingMilestones.List().IncludeStory())\n{\n}")]
    [InlineData(
        "var unused = kantata.BillingMilestones.List();",
        "await foreach (var billingMilestone in kantata.BillingMilestones.List())\n{\n}")]
    [InlineData("var deleting = kantata.BillingMilestones.DeleteAsync(1);", "await kantata.BillingMilestones.DeleteAsync(1);")]
    [InlineData(
        "Delete();\nvoid Delete() => kantata.BillingMilestones.DeleteAsync(1);",
        "Delete();\nasync Task Delete() => await kantata.BillingMilestones.DeleteAsync(1);")]
    public async Task The_fix_enumerates_or_awaits(string before, string after) =>
        await Fix<UnsentRequestAnalyzer, SendRequestFix>.TurnsAsync(CodeShape.InMethod(before), CodeShape.InMethod(after));

    [Theory]
    [InlineData("List<Id<BillingMilestone>> ids = [];\nids.ForEach(id => kantata.BillingMilestones.DeleteAsync(id));")]
    [InlineData("Action all = () => kantata.BillingMilestones.List();\nall();")]
    public async Task A_lambda_that_nobody_can_await_has_no_fix(string body) =>
        await Fix<UnsentRequestAnalyzer, SendRequestFix>.OffersNothingAsync(CodeShape.InMethod(body));

    [Fact]
    public async Task The_fix_of_all_makes_a_method_asynchronous_once() => await Fix<UnsentRequestAnalyzer, SendRequestFix>.TurnsAllAsync(
        CodeShape.InClass(
            """
            public void Clean()
            {
                kantata.BillingMilestones.DeleteAsync(1);
                kantata.BillingMilestones.DeleteAsync(2);
                kantata.BillingMilestones.List().AsPages();
            }
            """),
        CodeShape.InClass(
            """
            public async Task Clean()
            {
                await kantata.BillingMilestones.DeleteAsync(1);
                await kantata.BillingMilestones.DeleteAsync(2);
                await foreach (var page in kantata.BillingMilestones.List().AsPages())
                {
                }
            }
            """));
}
