using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>A document that the user added.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
internal sealed record UserDocument(string Name, string Text)
{
    /// <summary>Where the documents of a project lie.</summary>
    public static string PathOf(string project, string name) => $"/{project}/{name}";

    /// <summary>A project that has documents, beside the bundled ones of billing, as MSBuild hands them to editors and the compiler.</summary>
    public static Project Project(params UserDocument[] documents) => AddProject(new AdhocWorkspace().CurrentSolution, "Project", documents);

    /// <summary>Adds such a project to a solution.</summary>
    public static Project AddProject(Solution solution, string name, params UserDocument[] documents)
    {
        Project project = UserCode.AddProject(solution, name, ClientAssembly.Framework);
        IEnumerable<(string Name, string Text, string Origin)> all =
        [
            .. BundledSpec.Billing.Select(bundled => (bundled.Name, bundled.GetText().ToString(), "bundled")),
            .. documents.Select(document => (document.Name, document.Text, "user")),
        ];
        string marks = "is_global = true\n";
        foreach ((string document, string text, string origin) in all)
        {
            string path = PathOf(name, document);
            project = project.AddAdditionalDocument(document, text, filePath: path).Project;
            marks += $"\n[{path}]\nbuild_metadata.AdditionalFiles.KantataSpec = {origin}\nbuild_metadata.AdditionalFiles.KantataSpecName = {document}\n";
        }

        return AddConfig(project, "Generated.globalconfig", marks);
    }

    /// <summary>Adds a file that configures rules: a <c>.globalconfig</c> or an <c>.editorconfig</c>.</summary>
    public static Project AddConfig(Project project, string name, string text) =>
        project.AddAnalyzerConfigDocument(name, SourceText.From(text), filePath: PathOf(project.Name, name)).Project;

    /// <summary>The faults of a project's documents, as a build shows them.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project)
    {
        CompilationWithAnalyzers analysis = (await project.GetCompilationAsync())!.WithAnalyzers([new SpecDocumentAnalyzer()], project.AnalyzerOptions);
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(fault => fault.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(fault => fault.Location.SourceSpan)];
    }
}
