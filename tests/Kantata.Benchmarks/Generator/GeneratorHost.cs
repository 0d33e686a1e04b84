using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kantata.Benchmarks.Generator;

/// <summary>What one run of the generator cost.</summary>
/// <param name="Steps">The time in the generator's steps.</param>
/// <param name="Whole">The time of the whole run: also the compiler's own, most of it for parsing what was generated.</param>
/// <param name="Bytes">What the whole run allocated.</param>
internal sealed record RunCost(TimeSpan Steps, TimeSpan Whole, long Bytes);

/// <summary>Runs the generator as a compiler does: loaded from the folder that it was built into, with what lies beside it.</summary>
internal static class GeneratorHost
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp12);

    private static readonly GeneratorDriverOptions s_driverOptions = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Loads the generator and gives it documents; nothing of it runs yet.</summary>
    public static GeneratorDriver CreateDriver(SpecOptions options, params SpecText[] documents)
    {
        var generator = (IIncrementalGenerator)Activator.CreateInstance(Load().GetType("Kantata.Generator.Pipeline.KantataGenerator", throwOnError: true)!)!;
        return CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], documents, s_parseOptions, options, s_driverOptions);
    }

    /// <summary>The generator's assembly, which holds the analyzers too.</summary>
    public static Assembly Load() =>
        Assembly.LoadFrom(Path.Combine(RepositoryRoot, "generator/Kantata.Generator/bin", Configuration, "netstandard2.0/Kantata.Generator.dll"));

    public static CSharpCompilation Compile(string userCode) => CSharpCompilation.Create("User", [CSharpSyntaxTree.ParseText(userCode, s_parseOptions, "User.cs")]);

    /// <summary>Runs the generator and measures it.</summary>
    public static RunCost Measure(ref GeneratorDriver driver, Compilation compilation)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        Stopwatch watch = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        TimeSpan whole = watch.Elapsed;
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new RunCost(TimeInSteps(driver.GetRunResult().Results.Single()), whole, bytes);
    }

    /// <summary>The time of all steps that led to the output; a step that was cached took none.</summary>
    private static TimeSpan TimeInSteps(GeneratorRunResult result)
    {
        HashSet<IncrementalGeneratorRunStep> seen = [];
        Stack<IncrementalGeneratorRunStep> open = new(result.TrackedOutputSteps.Values.SelectMany(steps => steps));
        TimeSpan time = TimeSpan.Zero;
        while (open.TryPop(out IncrementalGeneratorRunStep? step))
        {
            if (seen.Add(step))
            {
                time += step.ElapsedTime;
                foreach ((IncrementalGeneratorRunStep source, _) in step.Inputs)
                {
                    open.Push(source);
                }
            }
        }

        return time;
    }

    private static string Metadata(string key) =>
        typeof(GeneratorHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
