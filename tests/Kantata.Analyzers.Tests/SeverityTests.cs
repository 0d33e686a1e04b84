using System.Collections.Immutable;
using Kantata.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>An <c>.editorconfig</c> sets the severity of each rule about the use of the client.</summary>
public sealed class SeverityTests
{
    public static TheoryData<string, string> Code { get; } = new()
    {
        { "KAN1001", "_ = (await kantata.BillingMilestones.GetAsync(1)).Story;" },
        { "KAN1002", "foreach (long id in new long[] { 1, 2 })\n    Console.WriteLine((await kantata.BillingMilestones.GetAsync(id)).Title);" },
        { "KAN1003", "_ = await kantata.Stories.List().GetPageAsync(1, 500);" },
        { "KAN1004", "await kantata.BillingMilestones.UpdateAsync(1, new() { BillingType = BillingType.UponCompletion });" },
        { "KAN1005", "kantata.BillingMilestones.List();" },
        { "KAN1006", "Console.WriteLine((await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory())).Title);" },
        { "KAN1007", "_ = await kantata.Stories.List().Search(\"logo\").OrderByDueDate().ToListAsync();" },
        { "KAN1008", "_ = (await kantata.Stories.GetAsync(1)).State == \"complete\";" },
        { "KAN1009", "using KantataClient own = new(\"7c1f0b92e64d4a8fb3d95c20a7e81f36\");" },
    };

    [Theory]
    [MemberData(nameof(Code))]
    public async Task An_editorconfig_sets_the_severity(string id, string code)
    {
        Project project = UserCode.Project(CodeShape.InMethod(code));

        Assert.Equal(Rules.All.Single(rule => rule.Id == id).DefaultSeverity, await FindAsync(project, id));
        Assert.Equal(DiagnosticSeverity.Error, await FindAsync(Configure(project, id, "error"), id));
        Assert.Equal(DiagnosticSeverity.Info, await FindAsync(Configure(project, id, "suggestion"), id));
        Assert.Null(await FindAsync(Configure(project, id, "none"), id));
    }

    [Fact]
    public async Task A_section_of_an_editorconfig_is_about_its_files()
    {
        Project project = UserCode.Project(CodeShape.InMethod(Code.Single(row => (string)row[0] == "KAN1001")[1].ToString()!));

        Assert.Equal(DiagnosticSeverity.Warning, await FindAsync(Configure(project, "KAN1001", "none", "[Other*.cs]"), "KAN1001"));
    }

    private static Project Configure(Project project, string id, string severity, string section = "[*.cs]") =>
        UserDocument.AddConfig(project, ".editorconfig", $"root = true\n\n{section}\ndotnet_diagnostic.{id}.severity = {severity}\n");

    private static async Task<DiagnosticSeverity?> FindAsync(Project project, string id)
    {
        CompilationWithAnalyzers analysis = (await UserCode.CompileAsync(project)).WithAnalyzers(Rules.Analyzers, project.AnalyzerOptions);
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        return found.SingleOrDefault(finding => finding.Id == id)?.Severity;
    }
}
