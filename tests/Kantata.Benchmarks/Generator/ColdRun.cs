using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kantata.Benchmarks.Generator;

/// <summary>The first run of the generator in a process of its own: what a build pays that finds no compiler server.</summary>
internal static class ColdRun
{
    public const string Argument = "generator-cold";

    /// <summary>Starts a process that measures one run.</summary>
    /// <param name="contract">The OpenAPI document to generate from; null for the bundled documents.</param>
    public static RunCost Start(string? contract = null)
    {
        string[] documents = contract is null ? [] : [contract];
        ProcessStartInfo start = new("dotnet", [typeof(ColdRun).Assembly.Location, Argument, .. documents]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process that runs the generator ended with {process.ExitCode}.");
        }

        long[] numbers = [.. answer.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return new RunCost(TimeSpan.FromTicks(numbers[0]), TimeSpan.FromTicks(numbers[1]), numbers[2]);
    }

    /// <summary>Measures one run in this process.</summary>
    public static void Print(string[] args, TextWriter output)
    {
        SpecText[] documents = args is [string contract] ? SpecText.ReadContract(contract) : SpecText.ReadBundled();
        Compilation compilation = GeneratorHost.Compile("class User { }");
        GeneratorDriver driver = GeneratorHost.CreateDriver(documents);
        RunCost cost = GeneratorHost.Measure(ref driver, compilation);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Steps.Ticks} {cost.Whole.Ticks} {cost.Bytes}"));
    }
}
