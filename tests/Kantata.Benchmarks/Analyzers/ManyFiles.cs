using System.Collections.Immutable;
using System.Globalization;
using Kantata.Benchmarks.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kantata.Benchmarks.Analyzers;

/// <summary>A program of many files: with a client in each, with a client that no file mentions, or without one.</summary>
internal sealed class ManyFiles
{
    /// <summary>How its files are read: as generated ones are.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private const string Program = "internal static class Program { private static void Main() { } }";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private const string WithClient = """
        using Kantata;

        public sealed class Desk#(KantataClient kantata)
        {
            private BillingMilestonesListQuery Open => kantata.BillingMilestones.List().IncludeWorkspace();

            public async Task<List<string>> TitlesAsync(CancellationToken cancellationToken)
            {
                List<string> titles = [];
                await foreach (BillingMilestone milestone in Open.IncludeStory().OrderByCreatedAt().WithCancellation(cancellationToken))
                {
                    titles.Add($"{milestone.Workspace?.Title}: {milestone.Title} ({milestone.Story?.Title})");
                }

                return titles;
            }

            public async Task<Dictionary<string, long>> TotalsAsync()
            {
                List<BillingMilestone> all = await Open.ToListAsync();
                return all.Where(m => m.AmountInCents > 0).GroupBy(m => m.Workspace?.Title ?? "").ToDictionary(g => g.Key, g => g.Sum(m => m.AmountInCents ?? 0));
            }

            public async Task<string?> PayAsync(Id<Invoice> id)
            {
                Invoice invoice = await kantata.Invoices.GetAsync(id);
                return invoice.Status?.ToString();
            }

            public Task CreateAsync(string title) =>
                kantata.BillingMilestones.CreateAsync(new() { Title = title, AmountInCents = 100, WorkspaceId = 10, BillingType = BillingType.UponCompletion, StoryId = 77 });
        }
        """;

    private const string WithoutClient = """
        public sealed class Desk#(IReadOnlyDictionary<int, (string Name, decimal Amount)> entries)
        {
            public async Task<List<string>> TitlesAsync(CancellationToken cancellationToken)
            {
                List<string> titles = [];
                foreach (var (number, entry) in entries.OrderBy(e => e.Key))
                {
                    await Task.Delay(1, cancellationToken);
                    titles.Add($"{number}: {entry.Name} ({entry.Amount})");
                }

                return titles;
            }

            public Dictionary<string, decimal> Totals() =>
                entries.Values.Where(e => e.Amount > 0).GroupBy(e => e.Name).ToDictionary(g => g.Key, g => g.Sum(e => e.Amount));

            public string? Find(int number) => entries.TryGetValue(number, out var entry) ? entry.Name.Trim().ToUpperInvariant() : null;

            public string Describe() => string.Join(", ", entries.Select(e => e.Value.Name.Length + e.Key));
        }
        """;

    private static readonly CSharpCompilationOptions s_options = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

    private readonly SyntaxTree[] _trees;
    private readonly MetadataReference[] _references;

    /// <param name="name">What it is called.</param>
    /// <param name="count">How many files people wrote.</param>
    /// <param name="mentionsClient">Whether each of them uses the client.</param>
    /// <param name="source">Where the client is from.</param>
    public ManyFiles(string name, int count, bool mentionsClient, ClientSource source)
    {
        Name = name;
        string code = mentionsClient ? WithClient : WithoutClient;
        _trees =
        [
            Parse(Program, "Program.cs"),
            .. Enumerable.Range(1, count).Select(number => Parse(
                Usings + code.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), $"Desk{number}.cs")),
            .. source == ClientSource.Generated ? Generate() : [],
        ];
        _references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileName(path), source))
            .Select(path => MetadataReference.CreateFromFile(path))];
    }

    public string Name { get; }

    /// <summary>The project as a compiler meets it: nothing of it is known yet.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create("Project", _trees, _references, s_options);

    private static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, ParseOptions, path);

    private static ImmutableArray<SyntaxTree> Generate() =>
        GeneratorHost.CreateDriver(new SpecOptions(usesBundled: true)).RunGenerators(GeneratorHost.Compile("")).GetRunResult().GeneratedTrees;

    // This program itself holds a client.
    private static bool IsReferenced(string file, ClientSource source) =>
        file.StartsWith("System.", StringComparison.Ordinal)
        || (source != ClientSource.None && file == "Kantata.Runtime.dll")
        || (source == ClientSource.Referenced && file == "Kantata.Benchmarks.dll");
}
