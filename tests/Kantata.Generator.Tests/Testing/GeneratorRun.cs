using System.Collections.Immutable;
using Kantata.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kantata.Generator.Tests.Testing;

/// <summary>Runs the generator over documents, as a compiler would, and compiles what comes out.</summary>
internal sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (
                name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                || name is "netstandard.dll" or "Kantata.Runtime.dll" or "Kantata.Extensions.DependencyInjection.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions s_parseOptions =
        new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> diagnostics);
        Compilation = updated;
        Diagnostics = diagnostics;
        UserCompilation = compilation;
    }

    public GeneratorDriver Driver { get; }

    /// <summary>The user's code together with what was generated.</summary>
    public Compilation Compilation { get; }

    /// <summary>The user's code alone.</summary>
    public CSharpCompilation UserCompilation { get; }

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The errors and warnings of the compiler.</summary>
    public IEnumerable<Diagnostic> CompilerFaults => Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public ImmutableArray<GeneratedSourceResult> Sources => Driver.GetRunResult().Results.Single().GeneratedSources;

    public static GeneratorRun Of(IEnumerable<InMemoryText> documents, string userCode = "", IReadOnlyDictionary<string, string>? properties = null, IIncrementalGenerator? generator = null)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [(generator ?? new KantataGenerator()).AsSourceGenerator()],
            documents,
            s_parseOptions,
            new InMemoryOptions(properties?.ToDictionary(pair => "build_property." + pair.Key, pair => pair.Value) ?? []),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, Compile(userCode));
    }

    /// <summary>Runs again after a change.</summary>
    public GeneratorRun Again(Func<GeneratorDriver, GeneratorDriver>? change = null, CSharpCompilation? compilation = null) =>
        new(change is null ? Driver : change(Driver), compilation ?? UserCompilation);

    public string Source(string hintName) => Sources.Single(source => source.HintName == hintName).SourceText.ToString();

    public static CSharpCompilation Compile(string userCode) => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText(userCode, s_parseOptions, path: "User.cs")],
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error));
}
