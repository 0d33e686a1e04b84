using System.Diagnostics;
using System.Globalization;

namespace Kantata.BuildCost;

/// <summary>Watches how much memory the compiler holds that a build starts. It is seen on Linux only, where the system keeps the peak of each process.</summary>
internal sealed class CompilerMemory(Process build)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks on until the build has ended, and answers the peak in bytes; 0 where no compiler was seen.</summary>
    public long Watch()
    {
        long peak = 0;
        while (!build.WaitForExit(s_interval))
        {
            peak = Math.Max(peak, OperatingSystem.IsLinux() ? PeakBelow(build.Id) : 0);
        }

        return peak;
    }

    // Other builds may run on the machine: only what descends from this one counts.
    private static long PeakBelow(int root)
    {
        Dictionary<int, (int Parent, bool IsCompiler, long Peak)> processes = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && TryRead(folder, out var process))
            {
                processes[id] = process;
            }
        }

        return processes.Where(process => process.Value.IsCompiler && DescendsFrom(process.Key)).Select(process => process.Value.Peak).DefaultIfEmpty().Max();

        bool DescendsFrom(int id)
        {
            while (id != root && processes.TryGetValue(id, out var process))
            {
                id = process.Parent;
            }

            return id == root;
        }
    }

    private static bool TryRead(string folder, out (int Parent, bool IsCompiler, long Peak) process)
    {
        process = default;
        try
        {
            string command = File.ReadAllText(Path.Combine(folder, "cmdline"));
            ILookup<string, string> status = File.ReadLines(Path.Combine(folder, "status"))
                .Select(line => line.Split(':', 2))
                .ToLookup(parts => parts[0], parts => parts[^1].Trim(), StringComparer.Ordinal);
            int parent = int.Parse(status["PPid"].First(), CultureInfo.InvariantCulture);
            bool isCompiler = command.Split('\0') is [var program, ..] arguments
                && (Path.GetFileName(program) == "csc" || arguments.Any(argument => Path.GetFileName(argument) == "csc.dll"));
            long kilobytes = long.Parse((status["VmHWM"].FirstOrDefault() ?? "0 kB").Split(' ')[0], CultureInfo.InvariantCulture);
            process = (parent, isCompiler, kilobytes * 1024);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at, or is another user's.
            return false;
        }
    }
}
