using System.Collections.Immutable;
using Kantata.Generator.Pipeline;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>The client of a few resources, written by the real generator and compiled once for all tests.</summary>
internal static class ClientAssembly
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private const string Resources = "assignments|attachments|billing_milestones|events|expenses|invoices|skill_memberships|stories|time_entries|users|workspaces";

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_all = new(() =>
        [.. Runtime, Emit(GenerateIn(CSharpCompilation.Create("Client", references: Runtime, options: s_library)))]);

    private static readonly CSharpCompilationOptions s_library = new(OutputKind.DynamicallyLinkedLibrary);

    /// <summary>What code needs that does not use the client.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the generated client needs.</summary>
    public static ImmutableArray<MetadataReference> Runtime { get; } =
        [.. Framework, MetadataReference.CreateFromFile(typeof(KantataObject).Assembly.Location)];

    /// <summary>What code needs that uses the client.</summary>
    public static ImmutableArray<MetadataReference> All => s_all.Value;

    /// <summary>Writes the client into a compilation, as the package does.</summary>
    public static Compilation GenerateIn(Compilation compilation)
    {
        CSharpGeneratorDriver
            .Create(
                [new KantataGenerator().AsSourceGenerator()],
                BundledSpec.All,
                ParseOptions,
                new InMemoryOptions(new Dictionary<string, string> { ["build_property.KantataResourceList"] = Resources }))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> faults);
        Assert.Empty(faults);
        return generated;
    }

    /// <summary>Compiles a library.</summary>
    public static MetadataReference Compile(string code) =>
        Emit(CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(code, ParseOptions)], Framework, s_library));

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
