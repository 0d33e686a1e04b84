using System.Diagnostics;
using Xunit;

namespace Kantata.Package.Tests;

/// <summary>Runs the SDK's command line, and what it built.</summary>
internal static class DotNet
{
    /// <summary>Runs a command and answers what it printed; fails the test, with the output, where the command does.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        (int exitCode, string output) = await TryRunAsync(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    /// <summary>Runs a command and answers how it ended and what it printed.</summary>
    public static Task<(int ExitCode, string Output)> TryRunAsync(string folder, params string[] arguments) =>
        TryRunProgramAsync("dotnet", folder, arguments);

    /// <summary>Runs a program that was built and answers how it ended and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> TryRunProgramAsync(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test host was started with must not leak into the builds under test.
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // A dozen builds share one compiler, which the feed ends.
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
