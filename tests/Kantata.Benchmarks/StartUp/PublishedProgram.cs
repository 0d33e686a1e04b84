using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Kantata.Benchmarks.Generator;

namespace Kantata.Benchmarks.StartUp;

/// <summary>A program of <c>tests/Kantata.StartUp</c>, published in one of two ways.</summary>
internal sealed class PublishedProgram
{
    private readonly string _folder;
    private readonly string _name;

    private PublishedProgram(string folder, string name)
    {
        _folder = folder;
        _name = name;
    }

    /// <summary>How long it took to decode a page from a file, of each run.</summary>
    public List<TimeSpan> Decodes { get; } = [];

    /// <summary>How long it took from the start of the process to a page that came over HTTP, of each run.</summary>
    public List<TimeSpan> FirstPages { get; } = [];

    /// <summary>The size of the program itself in bytes.</summary>
    public long Size => new FileInfo(Executable).Length;

    private string Executable => Path.Combine(_folder, "StartUp." + _name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static PublishedProgram Publish(string folder, string name, bool native)
    {
        string output = Path.Combine(folder, native ? "native" : "managed", name);
        string project = Path.Combine(GeneratorHost.RepositoryRoot, "tests", "Kantata.StartUp", name);
        string[] kind = native ? ["-p:NativeAot=true"] : ["--no-self-contained"];
        Run("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "--artifacts-path", Path.Combine(folder, "artifacts"), "-v", "q", "--nologo", .. kind]);
        return new PublishedProgram(output, name);
    }

    /// <summary>Starts the program twice: once for a file, and once for a server.</summary>
    public void Measure(string page, Uri server)
    {
        Decodes.Add(TimeOf(Run(Executable, ["file", page])));
        FirstPages.Add(TimeOf(Run(Executable, ["http", server.AbsoluteUri, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture)])));
    }

    private static TimeSpan TimeOf(string answer) => TimeSpan.FromTicks(long.Parse(answer.Split(' ')[0], CultureInfo.InvariantCulture));

    private static string Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }
}
