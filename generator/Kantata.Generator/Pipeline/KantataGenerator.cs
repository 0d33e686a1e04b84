using System.Collections.Immutable;
using Kantata.Generator.CSharp;
using Kantata.Generator.Diagnostics;
using Kantata.Generator.Rendering;
using Kantata.Generator.Shaping;
using Kantata.Spec;
using Kantata.Spec.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Pipeline;

/// <summary>
/// Writes the client of the Kantata OX API into the compilation: documents → model of the API → C# model → source.
/// Everything after the first step compares by value, so that a step runs only when what it reads has changed its meaning.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class KantataGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The templates take as long to parse as many documents to read, and neither needs the other.
        _ = Task.Run(static () => Templates.Embedded);

        IncrementalValueProvider<GenerationSettings> settings = context.AnalyzerConfigOptionsProvider
            .Select(SettingsReader.Read)
            .WithTrackingName(TrackingNames.Settings);

        // The documents that came with the generator.
        IncrementalValueProvider<ImmutableArray<SpecDocument>> bundled = context.AnalyzerConfigOptionsProvider
            .Select(SettingsReader.ReadBundledSelection)
            .Select(BundledDocuments.Read)
            .WithTrackingName(TrackingNames.BundledDocuments);

        // The additional files that are documents.
        IncrementalValuesProvider<SpecText> texts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => SpecText.From(pair.Left, pair.Right))
            .Where(static text => text is not null)
            .Select(static (text, _) => text!)
            .WithTrackingName(TrackingNames.SpecTexts);

        // Each document by itself, without its text and without any position.
        IncrementalValuesProvider<SpecDocument> documents = texts
            .Select(static (text, cancellationToken) => SpecReader.ReadDocument(text.Read(cancellationToken)))
            .WithTrackingName(TrackingNames.Documents);

        // What the API is.
        IncrementalValueProvider<ApiModel> api = documents
            .Collect()
            .Combine(bundled)
            .Select(static (all, _) => ApiModelBuilder.BuildModel(all.Left.Concat(all.Right)))
            .WithTrackingName(TrackingNames.ApiModel);

        // What it is in C#.
        PartMemory memory = new();
        IncrementalValueProvider<ClientModel> client = api
            .Combine(settings)
            .Select((pair, cancellationToken) => memory.Shape(ClientPlan.Of(pair.Left, pair.Right), cancellationToken))
            .WithTrackingName(TrackingNames.ClientModel);

        IncrementalValuesProvider<SourceFile> file = client
            .SelectMany(static (model, _) => model.Files)
            .WithTrackingName(TrackingNames.SourceFile);

        IncrementalValuesProvider<UnknownResource> unknownResources = client
            .SelectMany(static (model, _) => model.UnknownResources)
            .WithTrackingName(TrackingNames.UnknownResource);

        SourceRenderer renderer = new();
        context.RegisterSourceOutput(file, (production, source) => AddSource(production, source, renderer));
        context.RegisterSourceOutput(unknownResources, Report);
    }

    private static void Report(SourceProductionContext context, UnknownResource unknown) =>
        context.ReportDiagnostic(Diagnostic.Create(GeneratorDiagnostics.UnknownResource, Location.None, unknown.Name, unknown.Nearest));

    private static void AddSource(SourceProductionContext context, SourceFile file, SourceRenderer renderer)
    {
        SourceText source;
        try
        {
            source = renderer.Render(file, context.CancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(GeneratorDiagnostics.FileNotGenerated, Location.None, file.HintName, fault.Message));
            return;
        }

        context.AddSource(file.HintName, source);
    }
}
