using System.Diagnostics;

namespace Kantata.Benchmarks;

/// <summary>Runs a part of this program in a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>Starts this program with arguments, and gives what it prints.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(params string[] arguments) => Run(StartOf(arguments));

    /// <summary>Starts this program with the garbage collector of servers, as the compiler is started. What it starts in turn has it, too.</summary>
    /// <inheritdoc cref="Run(string[])"/>
    public static string RunAsCompiler(params string[] arguments)
    {
        ProcessStartInfo start = StartOf(arguments);
        start.Environment["DOTNET_gcServer"] = "1";
        return Run(start);
    }

    private static ProcessStartInfo StartOf(string[] arguments) =>
        new("dotnet", [typeof(OwnProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };

    private static string Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The process for {string.Join(' ', start.ArgumentList.Skip(1))} ended with {process.ExitCode}.");
    }
}
