using System.Collections.Immutable;
using Kantata.Generator.Diagnostics;
using Kantata.Generator.Pipeline;
using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Analyzers;

/// <summary>
/// Shows the faults of the documents that the user added, in the documents themselves: live in an editor, and once in a build.
/// It reads with the generator's reader. That the bundled documents are faultless is a test of this project.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecDocumentAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_descriptors =
        SpecDescriptors.All.ToImmutableDictionary(descriptor => descriptor.Id, ToDescriptor, StringComparer.Ordinal);

    // An editor asks the same analyzer after every change, and these never change.
    private readonly Lazy<ImmutableArray<SpecDocument>> _bundledDocuments = new(() => BundledDocuments.Read(BundledSelection.All, CancellationToken.None));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        s_descriptors.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(AnalyzeDocument);
        context.RegisterCompilationAction(AnalyzeDocumentsTogether);
    }

    /// <summary>What shows in one document alone.</summary>
    private static void AnalyzeDocument(AdditionalFileAnalysisContext context)
    {
        if (SpecText.From(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider) is not { Origin: SpecOrigin.User } document)
        {
            return;
        }

        foreach (SpecDiagnostic diagnostic in SpecReader.Read(document.Read(context.CancellationToken)).Diagnostics)
        {
            context.ReportDiagnostic(Locate(diagnostic, document, context.CancellationToken));
        }
    }

    /// <summary>What shows only beside the other documents, the bundled ones included.</summary>
    private void AnalyzeDocumentsTogether(CompilationAnalysisContext context)
    {
        List<SpecText> texts = [];
        foreach (AdditionalText file in context.Options.AdditionalFiles)
        {
            if (SpecText.From(file, context.Options.AnalyzerConfigOptionsProvider) is { } text)
            {
                texts.Add(text);
            }
        }

        if (!texts.Exists(text => text.Origin == SpecOrigin.User))
        {
            return;
        }

        BundledSelection bundled = SettingsReader.ReadBundledSelection(context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        List<SpecDocument> documents = [.. bundled == BundledSelection.All ? _bundledDocuments.Value : BundledDocuments.Read(bundled, context.CancellationToken)];
        Dictionary<string, (SpecText Text, DocumentPositions Positions)> users = new(StringComparer.Ordinal);
        foreach (SpecText text in texts)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            DocumentReading reading = SpecReader.Read(text.Read(context.CancellationToken));
            documents.Add(reading.Document);
            if (text.Origin == SpecOrigin.User)
            {
                users[text.Name] = (text, reading.Positions);
            }
        }

        foreach (SpecProblem problem in ApiModelBuilder.Build(documents).Problems)
        {
            if (users.TryGetValue(problem.Document, out (SpecText Text, DocumentPositions Positions) user))
            {
                context.ReportDiagnostic(Locate(problem.At(user.Positions), user.Text, context.CancellationToken));
            }
        }
    }

    private static Diagnostic Locate(SpecDiagnostic diagnostic, SpecText document, CancellationToken cancellationToken)
    {
        Location location = Location.None;
        if (document.File.GetText(cancellationToken) is { } text)
        {
            TextSpan span = SpanOf(diagnostic, text);
            location = Location.Create(document.File.Path, span, text.Lines.GetLinePositionSpan(span));
        }

        return Diagnostic.Create(s_descriptors[diagnostic.Id], location, diagnostic.Message);
    }

    /// <summary>Where a fault is in the text of its document.</summary>
    internal static TextSpan SpanOf(SpecDiagnostic diagnostic, SourceText text)
    {
        TextLine line = text.Lines[Math.Min(diagnostic.Line, text.Lines.Count) - 1];
        int length = line.End - line.Start;
        int start = Math.Min(diagnostic.Column - 1, length);
        int end = Math.Max(start, Math.Min(diagnostic.EndColumn - 1, length));
        return TextSpan.FromBounds(line.Start + start, line.Start + end);
    }

    private static DiagnosticDescriptor ToDescriptor(SpecDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        "{0}",
        "Kantata.Documents",
        descriptor.Severity switch
        {
            SpecSeverity.Error => DiagnosticSeverity.Error,
            SpecSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.PageOf(descriptor.Id),
        customTags: descriptor.ShowsTogether ? [WellKnownDiagnosticTags.CompilationEnd] : []);
}
