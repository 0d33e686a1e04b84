using System.Globalization;
using Kantata.Benchmarks.Tables;
using Microsoft.CodeAnalysis;

namespace Kantata.Benchmarks.Generator;

/// <summary>Measures what the generator costs over the whole API, by a stopwatch: a first run cannot be repeated in one process.</summary>
internal static class GeneratorTimes
{
    public const string Argument = "generator-times";

    private const string EditedPage = "pages/billing-milestones/get-billing-milestones.md";

    // The runtime compiles a method well after thirty calls, and much of the generator is called once in a run.
    private const int WarmUps = 60;

    private static readonly int[] s_sizes = [1, 2, 4, 8];

    /// <summary>Prints medians of time and bytes.</summary>
    /// <param name="args">The number of rounds, 9 where it is left out.</param>
    /// <param name="output">Where to.</param>
    public static void Print(string[] args, TextWriter output)
    {
        int rounds = args is [string number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 9;
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Print(rounds, folder.FullName, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(int rounds, string folder, TextWriter output)
    {
        string json = Path.Combine(folder, "contract.json");
        string yaml = Path.Combine(folder, "contract.yaml");
        ContractFile.Write(json);
        ContractFile.Write(yaml);

        Compilation compilation = GeneratorHost.Compile("class User { }");
        SpecOptions bundled = new(usesBundled: true);
        SpecOptions contractAlone = new(usesBundled: false);
        RunCost[] full = MeasureFullRuns(() => GeneratorHost.CreateDriver(bundled), compilation, rounds);
        RunCost[] pressed = MeasureKeys(GeneratorHost.CreateDriver(bundled).RunGenerators(compilation), rounds);
        RunCost[] edited = MeasureEdits(SpecText.ReadPage(EditedPage), bundled, compilation, rounds);
        RunCost[] warmJson = MeasureFullRuns(() => GeneratorHost.CreateDriver(contractAlone, SpecText.Read(json)), compilation, rounds);
        RunCost[] warmYaml = MeasureFullRuns(() => GeneratorHost.CreateDriver(contractAlone, SpecText.Read(yaml)), compilation, rounds);

        // In turn, so that what else the machine does meets all of them.
        RunCost[][] cold = [.. Enumerable.Range(0, rounds).Select(_ => (RunCost[])[ColdRun.Start(), ColdRun.Start(json), ColdRun.Start(yaml)])];
        RunCost[] coldPages = [.. cold.Select(costs => costs[0])];

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The OpenAPI document: {new FileInfo(json).Length / 1e6:0.00} MB in JSON, {new FileInfo(yaml).Length / 1e6:0.00} MB in YAML"));
        output.WriteLine($"The bundled documents, medians of {rounds} runs, warm ones after {WarmUps} others, {Environment.ProcessorCount} cores");
        output.WriteLine();
        output.WriteLine("| run | generator, ms | with the compiler's parsing of the output, ms | kB allocated | generator, beside pages |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        PrintRow(output, "first in a fresh process", coldPages);
        PrintRow(output, "full, warm", full);
        PrintRow(output, "after a key pressed in user code", pressed);
        PrintRow(output, "after one page edited", edited);
        PrintRow(output, "OpenAPI alone, JSON: first in a fresh process", [.. cold.Select(costs => costs[1])], coldPages);
        PrintRow(output, "OpenAPI alone, JSON: full, warm", warmJson, full);
        PrintRow(output, "OpenAPI alone, YAML: first in a fresh process", [.. cold.Select(costs => costs[2])], coldPages);
        PrintRow(output, "OpenAPI alone, YAML: full, warm", warmYaml, full);
        output.WriteLine();
        output.WriteLine("| document | ms | part of proportional |");
        output.WriteLine("| --- | ---: | ---: |");
        PrintSizes(output, "a page with {0} filters", GrowingDocument.PageOf, compilation, rounds);
        PrintSizes(output, "a schema with {0} fields", GrowingDocument.SchemaOf, compilation, rounds);
    }

    private static RunCost[] MeasureFullRuns(Func<GeneratorDriver> createDriver, Compilation compilation, int rounds) => Measure(rounds, () =>
    {
        GeneratorDriver driver = createDriver();
        return GeneratorHost.Measure(ref driver, compilation);
    });

    private static RunCost[] MeasureKeys(GeneratorDriver driver, int rounds)
    {
        int keys = 0;
        return Measure(rounds, () => GeneratorHost.Measure(ref driver, GeneratorHost.Compile($"class User {{ int _{keys++}; }}")));
    }

    private static RunCost[] MeasureEdits(SpecText page, SpecOptions options, Compilation compilation, int rounds)
    {
        GeneratorDriver driver = GeneratorHost.CreateDriver(options, page).RunGenerators(compilation);
        string before = page.Text;
        int edits = 0;
        return Measure(rounds, () =>
        {
            SpecText edited = new(page.Name, before.Replace("integration provider.", $"integration provider, edit {edits++}.", StringComparison.Ordinal));
            driver = driver.ReplaceAdditionalText(page, edited);
            page = edited;
            return GeneratorHost.Measure(ref driver, compilation);
        });
    }

    private static void PrintSizes(TextWriter output, string title, Func<int, SpecText> create, Compilation compilation, int rounds)
    {
        const int Unit = 500;
        double perUnit = 0;
        foreach (int size in s_sizes)
        {
            SpecText document = create(size * Unit);
            double time = Medians.Of(MeasureFullRuns(() => GeneratorHost.CreateDriver(new SpecOptions(usesBundled: null), document), compilation, rounds).Select(cost => cost.Steps.TotalMilliseconds));
            perUnit = size == s_sizes[0] ? time : perUnit;
            string name = string.Format(CultureInfo.InvariantCulture, title, size * Unit);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {time:0.0} | {time / (perUnit * size):0.00} |"));
        }
    }

    private static RunCost[] Measure(int rounds, Func<RunCost> run)
    {
        for (int round = 0; round < WarmUps; round++)
        {
            run();
        }

        return [.. Enumerable.Range(0, rounds).Select(_ => run())];
    }

    private static void PrintRow(TextWriter output, string name, RunCost[] costs, RunCost[]? beside = null)
    {
        double steps = Steps(costs);
        string ratio = beside is null ? "" : (steps / Steps(beside)).ToString("0.00", CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {steps:0.0} | {Medians.Of(costs.Select(cost => cost.Whole.TotalMilliseconds)):0.0} | {Medians.Of(costs.Select(cost => (double)cost.Bytes)) / 1000:0} | {ratio} |"));
    }

    private static double Steps(RunCost[] costs) => Medians.Of(costs.Select(cost => cost.Steps.TotalMilliseconds));
}
