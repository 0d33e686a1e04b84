using System.Diagnostics;
using System.Reflection;

namespace Kantata.BuildCost;

/// <summary>A folder outside the repository in which projects are made and built from the packed packages.</summary>
internal sealed class Workshop : IDisposable
{
    private const string Version = "0.0.1-cost";

    private readonly string _folder = Directory.CreateTempSubdirectory("kantata-build-cost-").FullName;

    private readonly string _repository = typeof(Workshop).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public string SdkVersion => Run(_folder, "--version").Trim();

    public void PackPackages()
    {
        foreach (string project in (string[])["runtime/Kantata.Runtime", "generator/Kantata.Generator.Package"])
        {
            Run(_repository, "pack", project, "-c", "Release", "-o", Path.Combine(_folder, "feed"), "--artifacts-path", Path.Combine(_folder, "artifacts"), $"-p:Version={Version}", "-v", "q");
        }

        // The packages under test come from the folder, all others from where they always come from.
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="feed" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Makes a project and restores it.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="usesClient">Whether it has the package.</param>
    /// <param name="resources">The resources to generate; all where it is empty.</param>
    /// <param name="source">A file of C# to compile beside the program; null for none.</param>
    public ConsoleProject CreateProject(string name, bool usesClient, string resources = "", string? source = null)
    {
        string folder = Path.Combine(_folder, name.Replace(' ', '-'));
        Directory.CreateDirectory(folder);
        string reference = usesClient ? $"""<PackageReference Include="Kantata.Generator" Version="{Version}" />""" : "";
        File.WriteAllText(Path.Combine(folder, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <KantataResources>{resources}</KantataResources>
              </PropertyGroup>
              <ItemGroup>
                {reference}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "Console.WriteLine(args.Length);\n");
        if (source is not null)
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));
        }

        Run(folder, "restore", "-v", "q");
        return new ConsoleProject(name, folder);
    }

    /// <summary>Makes a project with the client that NSwag makes of our documents, written as one OpenAPI document.</summary>
    public async Task<ConsoleProject> CreateNSwagProjectAsync(string name)
    {
        NSwagTool tool = new(Path.Combine(_folder, "nswag"), Path.Combine(_folder, "packages"));
        return CreateProject(name, usesClient: false, source: await tool.WriteClientAsync(Path.Combine(_repository, "spec")));
    }

    public static string Run(string folder, params string[] arguments) => Run(folder, out _, arguments);

    /// <summary>Runs a command of the SDK.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="peakMemory">The most memory that a compiler held which it started, in bytes; 0 where none was seen.</param>
    /// <param name="arguments">The command.</param>
    public static string Run(string folder, out long peakMemory, params string[] arguments)
    {
        // A build node that stays would be no child of the command, and neither would its compiler.
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        peakMemory = new CompilerMemory(process).Watch();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output.Result}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
