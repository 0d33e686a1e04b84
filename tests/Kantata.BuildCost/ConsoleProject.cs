using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kantata.BuildCost;

/// <summary>What a clean build took.</summary>
/// <param name="Wall">The whole build, without the restore.</param>
/// <param name="Compiler">The compiler's part of it.</param>
internal sealed record BuildTime(TimeSpan Wall, TimeSpan Compiler);

/// <summary>How much was generated.</summary>
internal sealed record GeneratedCode(int Files, int Lines, long Bytes, int LargestFile);

/// <summary>A console project that was restored and can be built again and again.</summary>
internal sealed partial class ConsoleProject(string name, string folder)
{
    public string Name { get; } = name;

    /// <summary>What clean builds took that found the compiler server warm.</summary>
    public List<BuildTime> Warm { get; } = [];

    /// <summary>What clean builds took whose compiler started anew.</summary>
    public List<BuildTime> Cold { get; } = [];

    /// <summary>The most memory that the compiler held in each cold build, in bytes; empty where the system does not say.</summary>
    public List<long> PeakMemory { get; } = [];

    /// <summary>Builds with the compiler server, also where the environment switches it off.</summary>
    public void BuildWarm() => Warm.Add(BuildClean(out _, "-p:UseSharedCompilation=true"));

    /// <summary>Builds with a compiler process of its own.</summary>
    public void BuildCold()
    {
        Cold.Add(BuildClean(out long peakMemory, "-p:UseSharedCompilation=false"));
        if (peakMemory > 0)
        {
            PeakMemory.Add(peakMemory);
        }
    }

    public GeneratedCode MeasureGeneratedCode()
    {
        Clean();
        Workshop.Run(folder, "build", "--no-restore", "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=generated", "-v", "q");
        string generated = Path.Combine(folder, "generated", "Kantata.Generator");
        string[] files =
        [
            .. Directory.GetFiles(folder, "*.cs").Where(file => Path.GetFileName(file) != "Program.cs"),
            .. Directory.Exists(generated) ? Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories) : [],
        ];
        int[] lines = [.. files.Select(file => File.ReadAllLines(file).Length)];
        return new GeneratedCode(files.Length, lines.Sum(), files.Sum(file => new FileInfo(file).Length), lines.DefaultIfEmpty().Max());
    }

    private BuildTime BuildClean(out long peakMemory, params string[] options)
    {
        Clean();
        Stopwatch watch = Stopwatch.StartNew();
        string output = Workshop.Run(folder, out peakMemory, ["build", "--no-restore", "-clp:PerformanceSummary", "-v", "m", .. options]);
        TimeSpan wall = watch.Elapsed;
        Match compiler = CompilerTime().Match(output);
        return new BuildTime(wall, TimeSpan.FromMilliseconds(double.Parse(compiler.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"(\d+) ms\s+Csc\s")]
    private static partial Regex CompilerTime();

    /// <summary>Takes away what a build made, but not what the restore made.</summary>
    private void Clean()
    {
        foreach (string output in (string[])["bin", "obj/Debug"])
        {
            string path = Path.Combine(folder, output);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }
}
