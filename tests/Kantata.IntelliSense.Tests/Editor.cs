using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.IntelliSense.Tests;

/// <summary>An editor with a project that uses the client of the whole API.</summary>
public sealed class Editor : IDisposable
{
    private const string Caret = "$$";

    private static readonly string[] s_ofEverySequence = [WellKnownTags.ExtensionMethod, WellKnownTags.Snippet];

    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly ProjectId _project;

    public Editor()
    {
        GeneratorRun run = GeneratorRun.Of(BundledSpec.All);
        ProjectInfo info = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: run.UserCompilation.Options,
            parseOptions: (CSharpParseOptions)run.UserCompilation.SyntaxTrees[0].Options,
            metadataReferences: run.UserCompilation.References);
        _project = _workspace.AddProject(info).Id;
        foreach (GeneratedSourceResult source in run.Sources)
        {
            _workspace.AddDocument(_project, source.HintName, source.SourceText);
        }
    }

    /// <summary>
    /// What the editor offers at the caret: names with their descriptions. Extension methods and snippets, which editors offer for
    /// each sequence, are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> CompleteAsync(string expression)
    {
        string code = $$"""
            using Kantata;
            class Typing
            {
                void Type(KantataClient kantata)
                {
                    {{expression}}
                }
            }
            """;
        int caret = code.IndexOf(Caret, StringComparison.Ordinal);
        Document document = _workspace.CurrentSolution
            .AddDocument(DocumentId.CreateNewId(_project), "Typing.cs", SourceText.From(code.Replace(Caret, "", StringComparison.Ordinal)))
            .Projects.Single()
            .Documents.Single(document => document.Name == "Typing.cs");
        CompletionService service = CompletionService.GetService(document)!;
        CompletionList list = await service.GetCompletionsAsync(document, caret);
        Dictionary<string, string> offers = [];
        foreach (CompletionItem item in list.ItemsList.Where(item => !item.Tags.Intersect(s_ofEverySequence).Any()))
        {
            CompletionDescription? description = await service.GetDescriptionAsync(document, item);
            offers[item.DisplayText] = description?.Text ?? "";
        }

        return offers;
    }

    public void Dispose() => _workspace.Dispose();
}
