using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Analyzers;

/// <summary>
/// What the rules about the use of the client have in common: they look at what people wrote, and register nothing in a
/// compilation that does not know the client.
/// </summary>
public abstract class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The category of the rules.</summary>
    internal const string Category = "Kantata.Usage";

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Find(start.Compilation) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    /// <summary>Registers what the rule looks at.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols symbols);
}
