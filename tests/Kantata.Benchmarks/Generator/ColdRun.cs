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
        string answer = contract is null ? OwnProcess.Run(Argument) : OwnProcess.Run(Argument, contract);
        long[] numbers = [.. answer.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return new RunCost(TimeSpan.FromTicks(numbers[0]), TimeSpan.FromTicks(numbers[1]), numbers[2]);
    }

    /// <summary>Measures one run in this process.</summary>
    public static void Print(string[] args, TextWriter output)
    {
        Compilation compilation = GeneratorHost.Compile("class User { }");
        GeneratorDriver driver = args is [string contract]
            ? GeneratorHost.CreateDriver(new SpecOptions(usesBundled: false), SpecText.Read(contract))
            : GeneratorHost.CreateDriver(new SpecOptions(usesBundled: true));
        RunCost cost = GeneratorHost.Measure(ref driver, compilation);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Steps.Ticks} {cost.Whole.Ticks} {cost.Bytes}"));
    }
}
