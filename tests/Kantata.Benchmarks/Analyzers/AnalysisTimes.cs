using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Kantata.Benchmarks.Generator;
using Kantata.Benchmarks.Tables;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kantata.Benchmarks.Analyzers;

/// <summary>
/// Measures what the rules add to the analysis of a project. The project is analysed by the compiler alone, with one rule that visits
/// every operation, as the rules of the SDK do, and with ours beside that. Times are of the processor, of all threads.
/// </summary>
internal static class AnalysisTimes
{
    private const int Files = 500;

    /// <summary>Prints the times and their ratios.</summary>
    /// <param name="args">The number of rounds, 5 where it is left out.</param>
    /// <param name="output">Where to.</param>
    public static async Task PrintAsync(string[] args, TextWriter output)
    {
        int rounds = args is [string number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        ImmutableArray<DiagnosticAnalyzer> rules = FindRules();
        ImmutableArray<DiagnosticAnalyzer> usual = [new EveryOperation()];
        ManyFiles[] projects =
        [
            new("every file uses the client", Files, mentionsClient: true, ClientSource.Referenced),
            new("every file uses the client, the whole API is generated", Files, mentionsClient: true, ClientSource.Generated),
            new("no file mentions the client, the whole API is generated", Files, mentionsClient: false, ClientSource.Generated),
            new("no file mentions the client", Files, mentionsClient: false, ClientSource.Referenced),
            new("the project has no client", Files, mentionsClient: false, ClientSource.None),
        ];

        await CheckThatRulesFindAsync(projects[0], rules, ["KAN1001", "KAN1009"]);
        await CheckThatRulesFindAsync(projects[1], rules, ["KAN1001", "KAN1009", "KAN1010"]);
        await output.WriteLineAsync($"{Files} files, {rules.Length} rules of ours, medians of {rounds} rounds in turn, {Environment.ProcessorCount} cores");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| project | compiler alone | with a rule as the SDK's | with that and ours | ours add |");
        await output.WriteLineAsync("| --- | ---: | ---: | ---: | ---: |");
        foreach (ManyFiles project in projects)
        {
            List<double> alone = [];
            List<double> before = [];
            List<double> after = [];
            for (int round = 0; round <= rounds; round++)
            {
                double[] times = [await TimeAsync(project, []), await TimeAsync(project, usual), await TimeAsync(project, [.. usual, .. rules])];

                // The first round compiles.
                if (round > 0)
                {
                    alone.Add(times[0]);
                    before.Add(times[1]);
                    after.Add(times[2]);
                }
            }

            // Of rounds side by side: what else the machine does at the time falls on both.
            double added = Medians.Of(after.Zip(before, (with, without) => with / without)) - 1;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {project.Name} | {Medians.Of(alone):0} ms | {Medians.Of(before):0} ms | {Medians.Of(after):0} ms | {added:+0.0%;-0.0%} |"));
        }
    }

    private static async Task<double> TimeAsync(ManyFiles project, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        CSharpCompilation compilation = project.Compile();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        ImmutableArray<Diagnostic> found = analyzers.IsEmpty ? compilation.GetDiagnostics() : await compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync();
        double time = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        return found.FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) is { } fault
            ? throw new InvalidOperationException($"The project is to be faultless: {fault}")
            : time;
    }

    // Rules that did not know the client would cost nothing either.
    private static async Task CheckThatRulesFindAsync(ManyFiles project, ImmutableArray<DiagnosticAnalyzer> rules, string[] expected)
    {
        CSharpCompilation compilation = project.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            """
            class Faulty
            {
                Kantata.KantataClient k = new("7c1f0b92e64d4a8fb3d95c20a7e81f36");
                async System.Threading.Tasks.Task M() => _ = (await k.BillingMilestones.GetAsync(1)).Story;
            }
            """,
            ManyFiles.ParseOptions));
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(rules).GetAnalyzerDiagnosticsAsync();
        if (!found.Select(finding => finding.Id).Order(StringComparer.Ordinal).SequenceEqual(expected))
        {
            throw new InvalidOperationException("The rules do not work here: " + string.Join(", ", found));
        }
    }

    private static ImmutableArray<DiagnosticAnalyzer> FindRules() =>
    [
        .. GeneratorHost.Load().GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Looks at every operation, and finds nothing.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1001:Missing diagnostic analyzer attribute", Justification = "No compiler is to load it.")]
    private sealed class EveryOperation : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("BENCH1", "Nothing", "Nothing", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterOperationAction(static _ => { }, OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.ObjectCreation);
        }
    }
}
