using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kantata.BuildCost;

/// <summary>How long a clean build took.</summary>
/// <param name="Wall">The whole build, without the restore.</param>
/// <param name="Compiler">The compiler's part of it.</param>
internal sealed record BuildTime(TimeSpan Wall, TimeSpan Compiler);

/// <summary>How much was generated.</summary>
internal sealed record GeneratedCode(int Files, int Lines, long Bytes, int LargestFile);

/// <summary>A console project that was restored and can be built again and again.</summary>
internal sealed partial class ConsoleProject(string name, string folder)
{
    public string Name { get; } = name;

    public BuildTime BuildClean()
    {
        Clean();
        Stopwatch watch = Stopwatch.StartNew();
        string output = Workshop.Run(folder, "build", "--no-restore", "-clp:PerformanceSummary", "-v", "m");
        TimeSpan wall = watch.Elapsed;
        Match compiler = CompilerTime().Match(output);
        return new BuildTime(wall, TimeSpan.FromMilliseconds(double.Parse(compiler.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    public GeneratedCode MeasureGeneratedCode()
    {
        Clean();
        Workshop.Run(folder, "build", "--no-restore", "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=generated", "-v", "q");
        string generated = Path.Combine(folder, "generated", "Kantata.Generator");
        string[] files = Directory.Exists(generated) ? Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories) : [];
        int[] lines = [.. files.Select(file => File.ReadAllLines(file).Length)];
        return new GeneratedCode(files.Length, lines.Sum(), files.Sum(file => new FileInfo(file).Length), lines.DefaultIfEmpty().Max());
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
