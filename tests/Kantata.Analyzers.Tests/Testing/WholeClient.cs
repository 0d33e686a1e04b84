using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Kantata.Generator.Pipeline;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>Projects into which the generator writes the client, as in those that have the package.</summary>
internal static class WholeClient
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Kantata;
        """;

    private static readonly InMemoryOptions s_all = Options("");

    private static readonly Lazy<GeneratorDriver> s_driver = new(() => CSharpGeneratorDriver
        .Create([new KantataGenerator().AsSourceGenerator()], BundledSpec.All, ClientAssembly.ParseOptions, s_all)
        .RunGenerators(Compile([])));

    /// <summary>What the rule says of a program with the client of the whole API.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindAsync(params string[] files) => FindAsync(Generate(files), "");

    /// <summary>What the rule says of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="resources">What its project says in <c>KantataResources</c>.</param>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, string resources) =>
        await compilation.WithAnalyzers([new WholeApiAnalyzer()], new AnalyzerOptions([], Options(resources))).GetAnalyzerDiagnosticsAsync();

    /// <summary>Files with the client of some resources, of all where none is named.</summary>
    public static Compilation Generate(string[] files, string resources = "", OutputKind kind = OutputKind.ConsoleApplication)
    {
        GeneratorDriver driver = resources.Length == 0 ? s_driver.Value : s_driver.Value.WithUpdatedAnalyzerConfigOptions(Options(resources));
        driver.RunGeneratorsAndUpdateCompilation(Compile(files, kind), out Compilation generated, out ImmutableArray<Diagnostic> faults);
        Assert.Empty(faults);
        return generated;
    }

    /// <summary>The errors in what is not generated.</summary>
    public static IEnumerable<Diagnostic> Errors(Compilation compilation) => compilation.SyntaxTrees
        .Where(tree => tree.FilePath.StartsWith("User", StringComparison.Ordinal))
        .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics())
        .Where(fault => fault.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation Compile(string[] files, OutputKind kind = OutputKind.ConsoleApplication) => CSharpCompilation.Create(
        "Program",
        files.Append(Usings).Select((text, index) => CSharpSyntaxTree.ParseText(text, ClientAssembly.ParseOptions, path: $"User{index}.cs")),
        ClientAssembly.Runtime,
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private static InMemoryOptions Options(string resources) =>
        new(new Dictionary<string, string> { ["build_property.KantataResourceList"] = resources.Replace(';', '|') });
}
