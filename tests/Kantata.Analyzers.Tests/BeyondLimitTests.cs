using System.Globalization;
using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1003.</summary>
public sealed class BeyondLimitTests
{
    private static readonly string s_texts = Texts(1, 200);

    private static readonly string s_tooMany = Texts(201, 203);

    public static TheoryData<string> Found { get; } =
    [
        "var page = await kantata.Stories.List().GetPageAsync(1, [|500|]);",
        "var page = await kantata.Stories.List().GetPageAsync([|0|], pageSize: 200);",
        "var page = await kantata.Stories.List().GetPageAsync(pageSize: [|201|], page: 2, cancellationToken: cancellationToken);",
        "const int size = 100 * 10;\nvar page = await kantata.Stories.List().GetPageAsync(1, [|size|]);",
        "int size = 250;\nvar page = await kantata.Stories.List().GetPageAsync(1, [|size|]);",
        "await foreach (var story in kantata.Stories.List().Prefetch([|64|]))\n    Console.WriteLine(story.Title);",
        "var stories = await kantata.Stories.List().Parameter(\"per_page\", [|\"1000\"|]).ToListAsync();",
        $"var found = await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs({s_texts}, [|{s_tooMany}|]).ToListAsync();",
        $"var found = await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs(new[] {{ {s_texts}, [|{s_tooMany}|] }}).ToListAsync();",
        $"var found = await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs(new List<string> {{ {s_texts}, [|{s_tooMany}|] }}).ToListAsync();",
        $"string[] refs = [{s_texts}, {s_tooMany}];\nvar found = await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs([|refs|]).ToListAsync();",
        "var projects = await kantata.Workspaces.List().MilestoneWeightPercentageComplete([10, 20, [|30|]]).ToListAsync();",
        "await kantata.SkillMemberships.UpdateAsync(1, new() { Level = [|6|] });",
        "var changes = new SkillMembershipUpdateRequest();\nchanges.Level = [|-1|];",
        $"await kantata.Stories.UpdateAsync(1, new() {{ Description = [|\"{new string('a', 1000)}\"|] }});",
        "var found = await kantata.BillingMilestones.List().DateBetween(new(2026, 12, 31), [|new(2026, 1, 1)|]).ToListAsync();",
        "var found = await kantata.BillingMilestones.List().DateBetween(to: [|new DateOnly(2025, 12, 31)|], from: new DateOnly(2026, 1, 1)).ToListAsync();",
        "var from = new DateOnly(2026, 4, 1);\nvar to = new DateOnly(2026, 3, 31);\nvar found = await kantata.BillingMilestones.List().DateBetween(from, [|to|]).ToListAsync();",
        "var today = DateOnly.FromDateTime(DateTime.Today);\nvar found = await kantata.TimeEntries.List().DatePerformedBetween(today, [|today.AddDays(-7)|]).ToListAsync();",
        "var found = await kantata.Stories.List().DueBetween(DateOnly.Parse(\"2026-05-01\"), [|DateOnly.Parse(\"2026-04-30\")|]).ToListAsync();",
        "var found = await kantata.Workspaces.List().CreatedAt(new(2026, 2, 1), [|new(2026, 1, 31)|]).ToListAsync();",
        "var filter = CustomFieldDates.Between(7, new(2026, 2, 1), [|new(2026, 1, 31)|]);",
        "var filter = CustomFieldRange.Between(7, 100, [|10|]);",
    ];

    public static TheoryData<string> LeftAlone { get; } =
    [
        "var page = await kantata.Stories.List().GetPageAsync(1, 200);",
        "var page = await kantata.Stories.List().GetPageAsync(1);",
        "int size = Environment.ProcessorCount * 100;\nvar page = await kantata.Stories.List().GetPageAsync(1, size);",
        "int size = 400;\nwhile (size > 200)\n    size--;\nvar page = await kantata.Stories.List().GetPageAsync(1, size);",
        "int size = 500;\nsize = Math.Min(size, 200);\nvar page = await kantata.Stories.List().GetPageAsync(1, size);",
        "for (int number = 0; number < 3; number++)\n    await kantata.Stories.List().GetPageAsync(number + 1, 50);",
        $"var found = await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs({s_texts}).ToListAsync();",
        $"foreach (var part in new[] {{ {s_texts}, {s_tooMany} }}.Chunk(200))\n    await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs(part).ToListAsync();",
        $"List<string> refs = [{s_texts}, {s_tooMany}];\nrefs.RemoveRange(0, 10);\nvar found = await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs(refs).ToListAsync();",
        "string[] more = [\"1\"];\nvar found = await kantata.Workspaces.List().MilestoneWeightPercentageComplete([.. more.Select(long.Parse)]).ToListAsync();",
        "var stories = await kantata.Stories.List().Parameter(\"per_page\", \"50\").Parameter(\"other\", \"1000\").ToListAsync();",
        "await kantata.SkillMemberships.UpdateAsync(1, new() { Level = 5 });\nawait kantata.SkillMemberships.UpdateAsync(1, new() { Level = null });",
        $"await kantata.Stories.UpdateAsync(1, new() {{ Description = \"{string.Concat(Enumerable.Repeat("😀", 999))}\" }});",
        "var found = await kantata.BillingMilestones.List().DateBetween(new(2026, 1, 1), new(2026, 1, 1)).ToListAsync();",
        "var today = DateOnly.FromDateTime(DateTime.Today);\nvar found = await kantata.TimeEntries.List().DatePerformedBetween(today.AddDays(-7), today).ToListAsync();",
        "var today = DateOnly.FromDateTime(DateTime.Today);\nvar end = today.AddMonths(1);\nvar found = await kantata.TimeEntries.List().DatePerformedBetween(today, end.AddDays(-1)).ToListAsync();",
        "var day = DateOnly.FromDateTime(DateTime.Today);\nvar end = day.AddDays(-1);\nday = day.AddDays(-30);\nvar found = await kantata.TimeEntries.List().DatePerformedBetween(day, end).ToListAsync();",
        "var found = await kantata.Workspaces.List().CreatedAt(new(2026, 2, 1), null).ToListAsync();",
        "var from = new DateOnly(2026, 4, 1);\nif (cancellationToken.CanBeCanceled)\n    from = new DateOnly(2026, 1, 1);\nvar found = await kantata.BillingMilestones.List().DateBetween(from, new(2026, 3, 1)).ToListAsync();",
        "static Exception? Record(Func<Task> act) => null;\nvar fault = Record(() => kantata.Stories.List().GetPageAsync(1, 500));",
        "int Between(int from, int to) => to - from;\nvar nothing = Between(10, 5) + Math.Clamp(5, min: 1, max: 9);",
    ];

    [Theory]
    [MemberData(nameof(Found))]
    public async Task What_is_beyond_a_limit_is_found(string body) => await Rule<BeyondLimitAnalyzer>.FindsAsync(CodeShape.InMethod(body));

    [Theory]
    [MemberData(nameof(LeftAlone))]
    public async Task What_is_within_its_limit_or_not_certain_is_left_alone(string body) => await Rule<BeyondLimitAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body));

    [Fact]
    public async Task A_list_that_a_class_keeps_is_found() => await Rule<BeyondLimitAnalyzer>.FindsAsync(CodeShape.InClass(
        $$"""
        private static readonly string[] s_refs = [{{s_texts}}, {{s_tooMany}}];

        public BillingMilestonesListQuery Open() => kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs([|s_refs|]);
        """));

    [Theory]
    [InlineData("GetPageAsync(1, [|500|])", "'pageSize' is 500, and at most 200 is allowed")]
    [InlineData("GetPageAsync([|0|])", "'page' is 0, and at least 1 is allowed")]
    [InlineData("DueBetween(new(2026, 2, 1), [|new(2026, 1, 1)|])", "The range ends before it begins")]
    public async Task The_message_names_the_limit(string call, string message) => await Rule<BeyondLimitAnalyzer>.SaysAsync(CodeShape.InMethod($"_ = kantata.Stories.List().{call};"), message);

    [Theory]
    [InlineData("_ = kantata.Stories.List().GetPageAsync(1, 500);", "_ = kantata.Stories.List().GetPageAsync(1, 200);")]
    [InlineData("_ = kantata.Stories.List().GetPageAsync(0, 100);", "_ = kantata.Stories.List().GetPageAsync(1, 100);")]
    [InlineData("_ = kantata.Stories.List().Parameter(\"per_page\", \"500\");", "_ = kantata.Stories.List().Parameter(\"per_page\", \"200\");")]
    [InlineData("_ = new SkillMembershipUpdateRequest { Level = 7 };", "_ = new SkillMembershipUpdateRequest { Level = 5 };")]
    [InlineData(
        "_ = kantata.BillingMilestones.List().DateBetween(new(2026, 12, 31), new(2026, 1, 1));",
        "_ = kantata.BillingMilestones.List().DateBetween(new(2026, 1, 1), new(2026, 12, 31));")]
    [InlineData(
        "_ = kantata.Workspaces.List().MilestoneWeightPercentageComplete(10, 20, 30, 40);",
        "_ = kantata.Workspaces.List().MilestoneWeightPercentageComplete(10, 20);")]
    [InlineData(
        "_ = kantata.Workspaces.List().MilestoneWeightPercentageComplete(new List<long> { 10, 20, 30 });",
        "_ = kantata.Workspaces.List().MilestoneWeightPercentageComplete(new List<long> { 10, 20 });")]
    public async Task The_fix_writes_what_is_allowed(string before, string after) =>
        await Fix<BeyondLimitAnalyzer, WithinLimitFix>.TurnsAsync(CodeShape.InMethod(before), CodeShape.InMethod(after));

    [Fact]
    public async Task The_fix_shortens_a_text() => await Fix<BeyondLimitAnalyzer, WithinLimitFix>.TurnsAsync(
        CodeShape.InMethod($"var changes = new StoryUpdateRequest {{ Description = \"\\\"{new string('a', 1200)}\" }};"),
        CodeShape.InMethod($"var changes = new StoryUpdateRequest {{ Description = \"\\\"{new string('a', 998)}\" }};"));

    [Fact]
    public async Task A_list_that_is_written_elsewhere_has_no_fix() => await Fix<BeyondLimitAnalyzer, WithinLimitFix>.OffersNothingAsync(CodeShape.InMethod(
        "long[] ends = [1, 2, 3];\n_ = kantata.Workspaces.List().MilestoneWeightPercentageComplete(ends);"));

    [Fact]
    public async Task The_fix_of_all_writes_what_is_allowed() => await Fix<BeyondLimitAnalyzer, WithinLimitFix>.TurnsAllAsync(
        CodeShape.InMethod(
            """
            var page = await kantata.Stories.List().DueBetween(new(2026, 2, 1), new(2026, 1, 1)).GetPageAsync(0, 500, cancellationToken);
            var all = await kantata.Workspaces.List().MilestoneWeightPercentageComplete(1, 2, 3).Prefetch(100).ToListAsync();
            """),
        CodeShape.InMethod(
            """
            var page = await kantata.Stories.List().DueBetween(new(2026, 1, 1), new(2026, 2, 1)).GetPageAsync(1, 200, cancellationToken);
            var all = await kantata.Workspaces.List().MilestoneWeightPercentageComplete(1, 2).Prefetch(32).ToListAsync();
            """));

    private static string Texts(int first, int last) => string.Join(", ", Enumerable.Range(first, last - first + 1).Select(number => $"\"{number.ToString(CultureInfo.InvariantCulture)}\""));
}
