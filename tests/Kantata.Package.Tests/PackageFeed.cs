using System.IO.Compression;
using System.Reflection;
using Xunit;

namespace Kantata.Package.Tests;

/// <summary>A folder outside the repository with the packed packages as its only new feed, in which projects can be made.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private const string Version = "0.0.1-test";

    /// <summary>Where the sources are.</summary>
    public static string Repository { get; } = typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("kantata-package-").FullName;

    public async Task InitializeAsync()
    {
        string feed = Path.Combine(Folder, "feed");
        foreach (string project in (string[])["runtime/Kantata.Runtime", "runtime/Kantata.Extensions.DependencyInjection", "runtime/Kantata.Emulator", "generator/Kantata.Generator.Package"])
        {
            // Built apart, so that neither this build nor one that runs beside it finds the other's files.
            await DotNet.RunAsync(Repository, "pack", project, "-c", "Release", "-o", feed, "--artifacts-path", Path.Combine(Folder, "artifacts"), $"-p:Version={Version}", "-v", "q");
        }

        // Packages are restored into this folder, so that no cache can answer with an older one of the same version.
        Write("nuget.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="feed" /></packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest-all</AnalysisLevel>
                <KantataPackageVersion>{Version}</KantataPackageVersion>
              </PropertyGroup>
            </Project>
            """);
        Write(".editorconfig", """
            root = true
            [*.cs]
            # Rules about libraries, which these programs are not.
            dotnet_diagnostic.CA1303.severity = none
            dotnet_diagnostic.CA1515.severity = none
            dotnet_diagnostic.CA1812.severity = none
            dotnet_diagnostic.CA2007.severity = none
            dotnet_diagnostic.CA1707.severity = none
            """);
    }

    /// <summary>The first block of a language in a Markdown file of the repository.</summary>
    public static string FirstBlockOf(string file, string language)
    {
        string text = File.ReadAllText(Path.Combine(Repository, file)).ReplaceLineEndings("\n");
        string opening = $"\n```{language}\n";
        int start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        Assert.True(start >= opening.Length, $"{file} has no block of {language}.");
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)] + "\n";
    }

    public async Task DisposeAsync()
    {
        await DotNet.RunAsync(Folder, "build-server", "shutdown", "--vbcscompiler");
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Writes a file below the folder.</summary>
    public void Write(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>The names of the entries of a packed package.</summary>
    public IReadOnlyList<string> Entries(string package, string kind = "nupkg")
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(Folder, "feed", $"{package}.{Version}.{kind}"));
        return [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Unpacks a packed package into a folder.</summary>
    public void Extract(string package, string folder) => ZipFile.ExtractToDirectory(Path.Combine(Folder, "feed", $"{package}.{Version}.nupkg"), folder);

    /// <summary>The text of an entry of a packed package.</summary>
    public string Read(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(Folder, "feed", $"{package}.{Version}.nupkg"));
        using StreamReader reader = new(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}
