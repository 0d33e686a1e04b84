using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1008.</summary>
public sealed class UnknownValueTests
{
    [Theory]
    [InlineData("if (story.State == [|\"complete\"|])\n    Console.WriteLine(story.Title);")]
    [InlineData("bool isOpen = story.State != [|\"Completed\"|];")]
    [InlineData("bool isTask = [|\"tasks\"|] == story.StoryType;")]
    [InlineData("bool isOpen = story.State?.Value != [|\"compleeted\"|];")]
    [InlineData("const string done = \"done\";\nbool isDone = story.State == [|done|];")]
    [InlineData("bool isDone = story.State == StoryState.From([|\"done\"|]);")]
    [InlineData("bool isDone = story.State == (StoryState)[|\"in-progress\"|];")]
    [InlineData("bool isDone = story.State is { } state && state.Equals([|\"in_progress\"|]);")]
    [InlineData("bool isDone = story.State is { Value: [|\"complete\"|] or \"resolved\" };")]
    [InlineData("bool isDone = story is { State.Value: not [|\"complete\"|] };")]
    [InlineData("bool isDone = story.State?.Value is \"completed\" or [|\"resolve\"|];")]
    [InlineData("int rank = story.Priority?.Value switch { \"critical\" => 1, [|\"hihg\"|] => 2, _ => 3 };")]
    [InlineData("switch (story.StoryType?.Value)\n{\n    case \"task\":\n    case [|\"bug\"|]:\n        break;\n}")]
    [InlineData("switch (story.StoryType?.ToString())\n{\n    case [|\"milestones\"|] when story.Title is not null:\n        break;\n}")]
    [InlineData("bool isDone = string.Equals(story.State?.Value, [|\"complete\"|], StringComparison.OrdinalIgnoreCase);")]
    [InlineData("bool isDone = story.State?.ToString() == [|\"complete\"|];")]
    [InlineData("var open = (await kantata.Stories.List().ToListAsync()).Where(s => s.State != [|\"complete\"|]).ToList();")]
    [InlineData("bool isLate = story.DueDate is not null && (story.State == [|\"strated\"|] || story.State == \"not started\");")]
    public async Task A_comparison_with_a_text_that_is_not_known_is_found(string body) => await Rule<UnknownValueAnalyzer>.FindsAsync(With(body));

    [Theory]
    [InlineData("bool isDone = story.State == \"completed\" || story.State == StoryState.Resolved;")]
    [InlineData("bool isDone = story.State?.Value is \"completed\" or \"won't fix\";")]
    [InlineData("bool isDone = story.State == Environment.GetEnvironmentVariable(\"STATE\");")]
    [InlineData("StoryState waiting = \"waiting\";\nstory.State = waiting;")]
    [InlineData("await kantata.Stories.UpdateAsync(1, new() { State = \"waiting\" });")]
    [InlineData("bool isEmpty = story.State?.Value == \"\";")]
    [InlineData("bool isDone = string.Equals(story.State?.Value, \"COMPLETED\", StringComparison.OrdinalIgnoreCase);")]
    [InlineData("bool isDone = story.Title == \"complete\" || story.Title is \"done\";")]
    [InlineData("bool isSame = story.State == story.State && story.State.Equals(StoryState.New);")]
    [InlineData("bool isLong = story.State?.Value.Length == 5;")]
    [InlineData("string label = story.State?.Value switch { \"not started\" => \"Waiting\", { Length: > 3 } => \"Other\", _ => \"None\" };")]
    [InlineData("switch (story.Title)\n{\n    case \"done\":\n        break;\n}")]
    [InlineData("bool isDone = story.State?.Value.ToUpperInvariant() == \"COMPLETED\";")]
    [InlineData("bool isDone = story.State?.Value.StartsWith(\"comp\", StringComparison.Ordinal) == true;")]
    [InlineData("bool isNone = story.State == null || story.State is null || story.State == default(StoryState);")]
    [InlineData("HashSet<StoryState> closed = [\"completed\", \"archived\"];\nbool isClosed = closed.Contains(story.State ?? default);")]
    public async Task Known_values_and_other_texts_are_left_alone(string body) => await Rule<UnknownValueAnalyzer>.LeavesAloneAsync(With(body));

    [Fact]
    public async Task A_set_to_which_people_added_values_is_left_alone()
    {
        Compilation compilation = ClientAssembly.GenerateIn((await UserCode.CompileAsync(UserCode.Project()))
            .RemoveAllReferences()
            .AddReferences(ClientAssembly.Runtime)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                """
                namespace Kantata
                {
                    public readonly partial record struct StoryState { public static StoryState Archived => "archived"; }
                }

                static class Desk
                {
                    public static bool IsArchived(Story story) => story.State == "archived";

                    public static bool IsTask(Story story) => story.StoryType == "tasks";
                }
                """,
                ClientAssembly.ParseOptions)));

        Diagnostic only = Assert.Single(await Rule<UnknownValueAnalyzer>.FindAsync(compilation));
        Assert.Equal(9, only.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task The_message_names_the_nearest_value() => await Rule<UnknownValueAnalyzer>.SaysAsync(
        With("bool isDone = story.State == [|\"complete\"|];"),
        "\"complete\" is none of the values that 'StoryState' is known to have; the nearest is \"completed\"");

    [Theory]
    [InlineData("bool isDone = story.State == \"complete\";", "bool isDone = story.State == \"completed\";")]
    [InlineData("bool isDone = story.State == StoryState.From(\"cant reproduce\");", "bool isDone = story.State == StoryState.From(\"can't reproduce\");")]
    [InlineData("bool isDone = story is { State.Value: \"Started\" };", "bool isDone = story is { State.Value: \"started\" };")]
    public async Task The_fix_compares_with_the_nearest_value(string before, string after) =>
        await Fix<UnknownValueAnalyzer, KnownValueFix>.TurnsAsync(With(before), With(after));

    [Fact]
    public async Task The_fix_of_all_corrects_each_comparison() => await Fix<UnknownValueAnalyzer, KnownValueFix>.TurnsAllAsync(
        With(
            """
            bool isDone = story.State == "complete" || story.State?.Value is "resolve" or "fixd";
            bool isTask = story.StoryType == "tasks";
            """),
        With(
            """
            bool isDone = story.State == "completed" || story.State?.Value is "resolved" or "fixed";
            bool isTask = story.StoryType == "task";
            """));

    private static string With(string body) => CodeShape.InMethod("Story story = await kantata.Stories.GetAsync(1);\n" + body);
}
