using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Kantata.Package.Tests;

/// <summary>The sample as a native program: nothing of the client needs reflection or code that is made at run time.</summary>
public sealed partial class NativeSampleTests
{
    [SkippableFact]
    public async Task The_sample_publishes_as_a_native_program_without_a_warning_and_does_the_same_at_the_emulator()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && (IsInstalled("clang") || IsInstalled("gcc")), "there is no linker for native programs");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kantata-native-");
        try
        {
            string output = Path.Combine(folder.FullName, "published");
            string printed = await DotNet.RunAsync(
                PackageFeed.Repository,
                "publish", "samples/BillingDesk", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:NativeAot=true", "-o", output, "--artifacts-path", Path.Combine(folder.FullName, "artifacts"));
            (int exitCode, string morning) = await DotNet.TryRunProgramAsync(Path.Combine(output, "BillingDesk"), output);

            Assert.DoesNotContain("warning", printed, StringComparison.OrdinalIgnoreCase);
            Assert.False(File.Exists(Path.Combine(output, "BillingDesk.dll")), "It was not published as a native program.");
            Assert.True(exitCode == 0, morning);
            Assert.Equal(ReviewedMorning(), RequestId().Replace(morning.ReplaceLineEndings("\n"), "<request id>"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the same program prints where it is no native one.</summary>
    private static string ReviewedMorning() => File.ReadAllText(Path.Combine(
        PackageFeed.Repository,
        "tests/BillingDesk.Tests/__snapshots__/MorningWorkTests.The_morning_at_the_emulator_prints_the_same_plain_lines_on_any_day.snap")).ReplaceLineEndings("\n");

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RequestId();
}
