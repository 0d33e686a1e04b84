using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>Projects of code that uses the client.</summary>
internal static class UserCode
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private const string UsingsOfClient = "global using Kantata;";

    /// <summary>A solution of one project.</summary>
    public static Project Project(params string[] documents) => AddProject(new AdhocWorkspace().CurrentSolution, "Project", ClientAssembly.All, documents);

    /// <summary>A project that does not know the client.</summary>
    public static Project ProjectWithoutClient(params string[] documents) =>
        AddProject(new AdhocWorkspace().CurrentSolution, "Project", ClientAssembly.Framework, documents);

    /// <summary>Adds a project to a solution.</summary>
    public static Project AddProject(Solution solution, string name, ImmutableArray<MetadataReference> references, params string[] documents)
    {
        bool isProgram = documents.Any(IsProgram);
        ProjectId project = ProjectId.CreateNewId(name);
        solution = solution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            parseOptions: ClientAssembly.ParseOptions,
            compilationOptions: new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: references));
        bool knowsClient = references.Length > ClientAssembly.Framework.Length;
        solution = solution.AddDocument(DocumentId.CreateNewId(project), "GlobalUsings.cs", knowsClient ? Usings + UsingsOfClient : Usings);
        for (int i = 0; i < documents.Length; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"Document{i + 1}.cs", documents[i], filePath: $"/{name}/Document{i + 1}.cs");
        }

        return solution.GetProject(project)!;
    }

    /// <summary>The documents that a test wrote.</summary>
    public static IEnumerable<Document> Written(Project project) =>
        project.Documents.Where(document => document.Name.StartsWith("Document", StringComparison.Ordinal)).OrderBy(document => document.Name, StringComparer.Ordinal);

    /// <summary>Compiles a project, which has to have no error.</summary>
    public static async Task<Compilation> CompileAsync(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            IEnumerable<string> texts = await Task.WhenAll(Written(project).Select(async document => (await document.GetTextAsync()).ToString()));
            Assert.Fail(string.Join(Environment.NewLine, [.. errors.Select(error => error.ToString()), .. texts]));
        }

        return compilation;
    }

    private static bool IsProgram(string code) =>
        CSharpSyntaxTree.ParseText(code, ClientAssembly.ParseOptions).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
}
