using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kantata.CompilerHost;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// Plays the compiler: loads the analyzers of each folder apart, runs them over the documents and tells what came of it.
// Arguments: the folder of the user's documents, the runtime's assembly, then the folders of the analyzers.
string documents = args[0];
string runtime = args[1];
AnalyzerFolder[] folders = [.. args[2..].Select(folder => new AnalyzerFolder(folder))];

AnalyzerFileReference[] analyzers = [.. folders.SelectMany(folder => folder.Files.Select(file => new AnalyzerFileReference(file, folder)))];
foreach (AnalyzerFileReference analyzer in analyzers)
{
    analyzer.AnalyzerLoadFailed += (_, failure) => Console.WriteLine($"not loaded: {analyzer.Display} {failure.Message}");
}

ISourceGenerator[] generators = [.. analyzers.SelectMany(analyzer => analyzer.GetGenerators(LanguageNames.CSharp))];
ImmutableArray<DiagnosticAnalyzer> rules = [.. analyzers.SelectMany(analyzer => analyzer.GetAnalyzers(LanguageNames.CSharp))];

ImmutableArray<AdditionalText> texts = [.. Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new Document(file))];
CSharpParseOptions parsing = new(LanguageVersion.CSharp12);
CSharpCompilation user = CSharpCompilation.Create(
    "User",
    [CSharpSyntaxTree.ParseText("_ = new Kantata.KantataClient(\"token\");", parsing)],
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Append(runtime)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ],
    new CSharpCompilationOptions(OutputKind.ConsoleApplication));

Options options = new(documents);
GeneratorDriver driver = CSharpGeneratorDriver.Create(generators, texts, parsing, options)
    .RunGeneratorsAndUpdateCompilation(user, out Compilation compilation, out ImmutableArray<Diagnostic> reported);
ImmutableArray<Diagnostic> told = await compilation.WithAnalyzers(rules, new AnalyzerOptions(texts, options)).GetAnalyzerDiagnosticsAsync();

Console.WriteLine($"roslyn: {typeof(Compilation).Assembly.GetName().Version}");
foreach (Diagnostic diagnostic in reported.Concat(told).Concat(compilation.GetDiagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning))
{
    Console.WriteLine($"told: {diagnostic.ToString().ReplaceLineEndings(" ")}");
}

foreach (GeneratorRunResult result in driver.GetRunResult().Results.OrderBy(result => result.Generator.GetGeneratorType().Name, StringComparer.Ordinal))
{
    string all = string.Concat(result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => source.HintName + "\n" + source.SourceText));
    string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"generated: {result.Generator.GetGeneratorType().Name} {result.GeneratedSources.Length} files {hash} {result.Exception}"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rules: {rules.Length}"));
foreach (AnalyzerFolder folder in folders)
{
    Console.WriteLine($"loaded: {string.Join(", ", folder.Loaded)}");
}
