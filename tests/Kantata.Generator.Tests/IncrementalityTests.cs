using Kantata.Generator.Pipeline;
using Kantata.Generator.Shaping;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>Nothing runs twice.</summary>
public sealed class IncrementalityTests
{
    private const string MilestoneList = "pages/billing-milestones/get-billing-milestones.md";
    private const string MilestoneEntity = "entities/BillingMilestone.json";

    private static readonly GeneratorRun s_first = GeneratorRun.Of(BundledSpec.All, "class User { }");

    [Fact]
    public void A_key_pressed_in_user_code_runs_no_step_and_writes_no_file()
    {
        GeneratorRun run = s_first.Again(compilation: GeneratorRun.Compile("class User { int _edited; }"));

        AssertNothingRan(run);
    }

    [Fact]
    public void A_new_user_file_runs_no_step_and_writes_no_file()
    {
        CSharpCompilation more = s_first.UserCompilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("class More { }", (CSharpParseOptions)s_first.UserCompilation.SyntaxTrees[0].Options, "More.cs"));

        AssertNothingRan(s_first.Again(compilation: more));
    }

    [Fact]
    public void A_changed_reference_runs_no_step_and_writes_no_file()
    {
        CSharpCompilation less = s_first.UserCompilation.RemoveReferences(s_first.UserCompilation.References.First());

        AssertNothingRan(s_first.Again(compilation: less));
    }

    [Fact]
    public void A_page_with_other_white_space_changes_nothing_after_it_was_read()
    {
        GeneratorRun run = Replace(MilestoneList, text => text.Replace("## Query parameters:", "\n\n## Query parameters:\n"));

        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(run, TrackingNames.Documents).Distinct().Except([IncrementalStepRunReason.Cached]));
        Assert.All(Reasons(run, TrackingNames.ApiModel), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(RewrittenFiles(run));
    }

    [Fact]
    public void A_description_changed_in_one_page_writes_only_the_files_of_its_resource()
    {
        GeneratorRun run = Replace(MilestoneList, text => text.Replace("of this integration provider.", "of an integration provider, by its name."));

        Assert.Equal(["BillingMilestonesClient.g.cs"], RewrittenFiles(run));
    }

    [Fact]
    public void A_new_filter_in_one_page_writes_only_the_files_of_its_resource()
    {
        GeneratorRun run = Replace(MilestoneList, text => text.Replace(
            "## Query parameters:\n", "## Query parameters:\n\n  - `a_new_filter` (boolean)\n    Filters anew.\n"));

        Assert.Equal(["BillingMilestonesClient.g.cs"], RewrittenFiles(run));
        Assert.Contains("ANewFilter(bool value = true)", run.Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_field_of_an_entity_writes_that_entity_and_nothing_else()
    {
        GeneratorRun run = Replace(MilestoneEntity, text => text.Replace(
            "\"properties\": {", "\"properties\": {\n \"a_new_field\": { \"type\": \"boolean\" },"));

        Assert.Equal(["BillingMilestone.g.cs"], RewrittenFiles(run));
    }

    [Fact]
    public void What_the_steps_remember_holds_nothing_of_the_compiler_and_no_text()
    {
        GeneratorRunResult result = s_first.Driver.GetRunResult().Results.Single();
        string[] steps = [TrackingNames.Settings, TrackingNames.Documents, TrackingNames.ApiModel, TrackingNames.ClientModel, TrackingNames.SourceFile];

        foreach (string step in steps)
        {
            Assert.NotEmpty(result.TrackedSteps[step]);
            foreach ((object value, _) in result.TrackedSteps[step].SelectMany(run => run.Outputs))
            {
                ObjectGraph.AssertHoldsNothingOfTheCompiler(value, "The step " + step);
            }
        }
    }

    [Fact]
    public void What_is_remembered_beside_the_steps_holds_nothing_of_the_compiler_and_no_text()
    {
        PartMemory memory = Assert.Single(ObjectGraph.Find<PartMemory>(s_first.Driver));

        Assert.NotEmpty(ObjectGraph.Find<ResourcePart>(memory));
        ObjectGraph.AssertHoldsNothingOfTheCompiler(memory, "The generator");
    }

    private static void AssertNothingRan(GeneratorRun run)
    {
        GeneratorRunResult result = run.Driver.GetRunResult().Results.Single();
        Assert.All(
            result.TrackedSteps.Where(step => step.Key is not "Compilation").SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.Empty(RewrittenFiles(run));
    }

    private static GeneratorRun Replace(string name, Func<string, string> edit)
    {
        InMemoryText before = BundledSpec.All.Single(text => text.Name == name);
        string text = BundledSpec.Read(name);
        string edited = edit(text);
        Assert.NotEqual(text, edited);
        return s_first.Again(driver => driver.ReplaceAdditionalText(before, new InMemoryText(name, edited)));
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRun run, string step) =>
        [.. run.Driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Reason)];

    /// <summary>The files whose models changed, so that they were rendered again.</summary>
    private static string[] RewrittenFiles(GeneratorRun run) =>
    [
        .. run.Driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.SourceFile]
            .SelectMany(step => step.Outputs)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(output => ((CSharp.SourceFile)output.Value).HintName),
    ];
}
