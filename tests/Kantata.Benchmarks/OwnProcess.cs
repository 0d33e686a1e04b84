using System.Diagnostics;

namespace Kantata.Benchmarks;

/// <summary>Runs a part of this program in a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>Starts this program with arguments, and gives what it prints.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(params string[] arguments) => Run([], arguments);

    /// <summary>Starts this program with the garbage collector of servers, as the compiler is started.</summary>
    /// <inheritdoc cref="Run(string[])"/>
    public static string RunAsCompiler(params string[] arguments) => Run([KeyValuePair.Create("DOTNET_gcServer", "1")], arguments);

    private static string Run(KeyValuePair<string, string>[] environment, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(OwnProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The process for {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
