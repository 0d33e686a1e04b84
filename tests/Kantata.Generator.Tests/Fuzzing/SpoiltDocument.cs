using System.Collections.Immutable;
using Kantata.Generator.Pipeline;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Tests.Fuzzing;

/// <summary>One document of a resource, spoilt, and what became of it.</summary>
internal sealed class SpoiltDocument
{
    private static readonly CSharpCompilation s_user = GeneratorRun.Compile("");

    private readonly IReadOnlyList<InMemoryText> _documents;
    private readonly InMemoryText _spoilt;
    private readonly string _text;

    private SpoiltDocument(int seed, IReadOnlyList<InMemoryText> documents, InMemoryText spoilt, string text)
    {
        Seed = seed;
        _documents = documents;
        _spoilt = spoilt;
        _text = text;
    }

    public int Seed { get; }

    /// <summary>What users are told of the spoilt document.</summary>
    public ImmutableArray<SpecDiagnostic> Told { get; private set; } = [];

    public int GeneratedFiles { get; private set; }

    /// <summary>What must not happen and did.</summary>
    public string? Fault { get; private set; }

    public static SpoiltDocument Of(int seed)
    {
        var random = new Random(seed);
        FuzzedResource resource = FuzzedResource.All[random.Next(FuzzedResource.All.Count)];
        InMemoryText whole = resource.Documents[random.Next(resource.Documents.Count)];
        string text = new Mutator(random).Mutate(whole.GetText().ToString());

        // A user's document replaces the bundled one, or stands beside it where it no longer says the same operation.
        bool replaced = random.Next(2) == 0;
        var spoilt = replaced ? new InMemoryText(whole.Name, text) : new InMemoryText("mine/" + whole.Name, text, "user");
        return new(seed, [.. resource.Documents.Where(document => !replaced || document != whole), spoilt], spoilt, text);
    }

    public void Try()
    {
        try
        {
            Told = [.. SpecSet.Read(_documents.Select(document =>
                new SpecFile(document.Name, document.GetText().ToString(), document.Origin == "user" ? SpecOrigin.User : SpecOrigin.Bundled))).Diagnostics.Where(diagnostic => diagnostic.File == _spoilt.Name)];
            Fault = MisplacedDiagnostic() ?? CompilerFault();
        }
        catch (Exception exception)
        {
            Fault = exception.ToString();
        }
    }

    public override string ToString() => $"seed {Seed}: {Fault}\n--- {_spoilt.Name} ({_spoilt.Origin})\n{(_text.Length > 20_000 ? _text[..20_000] + "…" : _text)}";

    private string? MisplacedDiagnostic()
    {
        TextLineCollection lines = SourceText.From(_text).Lines;
        return Told
            .FirstOrDefault(diagnostic => diagnostic.Line < 1 || diagnostic.Line > lines.Count || diagnostic.Column < 1 || diagnostic.Column > lines[diagnostic.Line - 1].Span.Length + 1)
            is { } misplaced ? "is at no place of the document: " + misplaced : null;
    }

    private string? CompilerFault()
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new KantataGenerator().AsSourceGenerator()], _documents, (CSharpParseOptions)s_user.SyntaxTrees.Single().Options, new InMemoryOptions(new Dictionary<string, string>()))
            .RunGeneratorsAndUpdateCompilation(s_user, out Compilation compilation, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        GeneratedFiles = result.GeneratedSources.Length;
        if (result.Exception is { } exception)
        {
            return exception.ToString();
        }

        if (compilation.GetTypeByMetadataName("Kantata.Escaped") is not null || compilation.GetTypeByMetadataName("Escaped") is not null)
        {
            return "a text of the document became code";
        }

        Diagnostic? fault = reported.Concat(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)).FirstOrDefault();
        return fault is null ? null : $"{fault}\n{fault.Location.SourceTree?.GetText().Lines[fault.Location.GetLineSpan().StartLinePosition.Line]}";
    }
}
