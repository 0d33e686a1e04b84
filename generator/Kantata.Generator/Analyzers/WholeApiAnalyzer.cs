using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Resources;
using Kantata.Generator.CSharp;
using Kantata.Generator.Diagnostics;
using Kantata.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Analyzers;

/// <summary>
/// Finds programs that generate the client of the whole API and use few of its resources. It looks once, at the end of a compilation, and
/// only where the answer can be certain: what a library offers to others may be used by them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WholeApiAnalyzer : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1010",
        "A project uses few of the resources that it generates",
        "This project uses {0} of {1} resources; with <KantataResources>{2}</KantataResources> in the project file it builds faster, and completion lists are shorter",
        UsageAnalyzer.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The client of the whole API is large. What a project does not use costs each build and each completion list.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1010"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    // A project that uses more of the API may as well have all of it.
    private const int MostUsedShare = 4;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        Compilation compilation = context.Compilation;
        GenerationSettings settings = SettingsReader.Read(context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        if (!settings.Resources.IsEmpty
            || compilation.Assembly.GetTypeByMetadataName(settings.Namespace + ".KantataClient") is not { } clientType
            || MayBeUsedElsewhere(compilation, clientType))
        {
            return;
        }

        GeneratedClient client = new(compilation, context.CancellationToken);
        int all = client.Resources.Count();
        ClientUses uses = new(client, clientType, context.CancellationToken);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => !GeneratedClient.IsGenerated(tree)))
        {
            uses.Add(tree, compilation);
            if (uses.IsReflected)
            {
                return;
            }
        }

        if (client.FindResources(uses.Types) is { Count: > 0 } used && used.Count * MostUsedShare <= all)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, Location.None, used.Count, all, string.Join(";", used)));
        }
    }

    private static bool MayBeUsedElsewhere(Compilation compilation, INamedTypeSymbol clientType) =>
        compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
        && (clientType.DeclaredAccessibility == Accessibility.Public
            || compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"));
}
