using Xunit;

namespace Kantata.Package.Tests;

[Collection(PackedPackages.Name)]
public sealed class PackageTests(PackageFeed feed)
{
    [Fact]
    public void The_generator_package_brings_all_that_the_compiler_has_to_load_and_nothing_of_the_compiler_itself()
    {
        IReadOnlyList<string> entries = feed.Entries("Kantata.Generator");

        string[] analyzers = [.. entries.Where(entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)).Select(Path.GetFileName)!];
        Assert.Contains("Kantata.Generator.dll", analyzers);
        Assert.Contains("Kantata.Generator.CodeFixes.dll", analyzers);
        Assert.Contains("Kantata.Spec.dll", analyzers);
        Assert.Contains("Scriban.Signed.dll", analyzers);
        Assert.Contains("YamlDotNet.dll", analyzers);
        Assert.Contains("Microsoft.OpenApi.dll", analyzers);
        Assert.Contains("System.Text.Json.dll", analyzers);
        Assert.DoesNotContain(analyzers, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.Equal(analyzers.Length, analyzers.Distinct().Count());
    }

    [Fact]
    public void The_generator_package_brings_the_documents_and_the_msbuild_files_and_no_library()
    {
        IReadOnlyList<string> entries = feed.Entries("Kantata.Generator");

        Assert.Contains("build/Kantata.Generator.props", entries);
        Assert.Contains("build/Kantata.Generator.targets", entries);
        Assert.Contains("spec/pages/billing-milestones/get-billing-milestones.md", entries);
        Assert.Contains("spec/entities/BillingMilestone.json", entries);
        Assert.Contains("spec/overlay.json", entries);
        Assert.Contains("README.md", entries);
        Assert.Contains("THIRD-PARTY-NOTICES.md", entries);
        Assert.DoesNotContain(entries, entry => entry.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_generator_package_depends_on_the_runtime_with_its_compile_assets()
    {
        string nuspec = feed.Read("Kantata.Generator", "Kantata.Generator.nuspec");

        Assert.Contains("<dependency id=\"Kantata.Runtime\" version=\"0.0.1-test\" include=\"All\" />", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Scriban", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("developmentDependency", nuspec, StringComparison.Ordinal);
    }

    [Fact]
    public void The_third_party_notices_name_every_library_in_the_package_that_is_not_ours()
    {
        string notices = feed.Read("Kantata.Generator", "THIRD-PARTY-NOTICES.md");

        foreach (string analyzer in feed.Entries("Kantata.Generator").Where(entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(analyzer);
            bool isNamed = name.StartsWith("Kantata.", StringComparison.Ordinal)
                || notices.Contains($"`{name}`", StringComparison.Ordinal)
                || name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Bcl.", StringComparison.Ordinal);
            Assert.True(isNamed, name);
        }
    }

    [Fact]
    public void The_emulator_package_brings_the_reader_of_documents_for_each_framework_and_needs_no_package_for_it()
    {
        IReadOnlyList<string> entries = feed.Entries("Kantata.Emulator");

        Assert.Contains("README.md", entries);
        foreach (string framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{framework}/Kantata.Emulator.dll", entries);
            Assert.Contains($"lib/{framework}/Kantata.Emulator.xml", entries);
            Assert.Contains($"lib/{framework}/Kantata.Spec.dll", entries);
        }

        Assert.DoesNotContain("id=\"Kantata.Spec\"", feed.Read("Kantata.Emulator", "Kantata.Emulator.nuspec"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kantata.Runtime")]
    [InlineData("Kantata.Extensions.DependencyInjection")]
    [InlineData("Kantata.Emulator")]
    public void Libraries_come_with_their_symbols(string package)
    {
        IReadOnlyList<string> entries = feed.Entries(package, "snupkg");

        Assert.Contains($"lib/net8.0/{package}.pdb", entries);
        Assert.Contains($"lib/net10.0/{package}.pdb", entries);
    }

    [Fact]
    public async Task A_project_that_references_only_the_package_builds_with_a_page_of_its_own_and_runs()
    {
        feed.Write("console/console.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <LangVersion>12</LangVersion>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kantata.Generator" Version="$(KantataPackageVersion)" />
                <PackageReference Include="Kantata.Emulator" Version="$(KantataPackageVersion)" />
                <KantataSpec Include="docs/*.md" />
              </ItemGroup>
            </Project>
            """);
        // The page that the documentation shows, byte for byte.
        feed.Write("console/docs/get-billing-forecasts.md", PackageFeed.FirstBlockOf("docs/adding-a-page.md", "markdown"));
        feed.Write("console/seed.json", """
            {
              "workspaces": { "10": { "title": "Bridge" } },
              "billing_milestones": { "1": { "title": "Kick-off", "workspace_id": "10", "amount_in_cents": 100000, "created_at": "2026-01-02T03:04:05Z" } }
            }
            """);
        feed.Write("console/Program.cs", """
            using Kantata;
            using Kantata.Emulator;

            await using KantataEmulator server = await KantataEmulator.StartAsync("seed.json");
            using KantataClient kantata = new(new KantataClientOptions { AccessToken = server.AccessToken, BaseAddress = server.BaseAddress });
            await foreach (BillingMilestone milestone in kantata.BillingMilestones.List().WorkspaceIds(10).IncludeWorkspace())
            {
                Console.WriteLine($"{milestone.Workspace?.Title}: {milestone.Title}");
            }

            BillingForecastsListQuery own = kantata.BillingForecasts.List().Day(new(2026, 1, 1)).IncludeWorkspace();
            Console.WriteLine(own.GetType().Name);
            """);

        string output = await DotNet.RunAsync(Path.Combine(feed.Folder, "console"), "run");

        Assert.Contains("Bridge: Kick-off", output, StringComparison.Ordinal);
        Assert.Contains("BillingForecastsListQuery", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_generates_once_and_its_test_project_uses_what_it_generated()
    {
        feed.Write("app/app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <KantataResources>billing_milestones</KantataResources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kantata.Generator" Version="$(KantataPackageVersion)" />
              </ItemGroup>
            </Project>
            """);
        feed.Write("app/Billing.cs", """
            using Kantata;

            namespace App;

            public static class Billing
            {
                public static string Describe(BillingMilestone milestone)
                {
                    ArgumentNullException.ThrowIfNull(milestone);
                    return $"{milestone.Workspace?.Title}: {milestone.Title}";
                }
            }
            """);
        feed.Write("app.tests/app.tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../app/app.csproj" />
              </ItemGroup>
            </Project>
            """);
        feed.Write("app.tests/Program.cs", """
            using App;
            using Kantata;

            BillingMilestone milestone = new() { Title = "Kick-off", Workspace = new Workspace { Title = "Bridge" } };
            Console.WriteLine(Billing.Describe(milestone));
            Console.WriteLine(typeof(BillingMilestone).Assembly.GetName().Name);
            """);

        string output = await DotNet.RunAsync(Path.Combine(feed.Folder, "app.tests"), "run");

        Assert.Contains("Bridge: Kick-off\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("app\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_properties_of_a_project_choose_namespace_visibility_and_resources()
    {
        feed.Write("options/options.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <KantataNamespace>Acme.Billing</KantataNamespace>
                <KantataVisibility>internal</KantataVisibility>
                <KantataResources>
                  invoices;
                  no_such_resource
                </KantataResources>
                <WarningsNotAsErrors>KAN1011</WarningsNotAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kantata.Generator" Version="$(KantataPackageVersion)" />
              </ItemGroup>
            </Project>
            """);
        feed.Write("options/Program.cs", """
            using Acme.Billing;

            using KantataClient kantata = new("token");
            Console.WriteLine($"{kantata.Invoices.GetType().FullName} {typeof(KantataClient).IsPublic} {typeof(KantataClient).GetProperty("BillingMilestones") is null}");
            """);

        string output = await DotNet.RunAsync(Path.Combine(feed.Folder, "options"), "run");

        Assert.Contains("Acme.Billing.InvoicesClient False True", output, StringComparison.Ordinal);
        Assert.Contains("warning KAN1011: KantataResources names 'no_such_resource'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_references_the_package_for_containers_has_AddKantata()
    {
        feed.Write("container/container.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <KantataResources>invoices</KantataResources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kantata.Generator" Version="$(KantataPackageVersion)" />
                <PackageReference Include="Kantata.Extensions.DependencyInjection" Version="$(KantataPackageVersion)" />
              </ItemGroup>
            </Project>
            """);
        feed.Write("container/Program.cs", """
            using Kantata;
            using Microsoft.Extensions.DependencyInjection;

            ServiceCollection services = new();
            services.AddKantata(options => options.AccessToken = "token");
            services.AddHealthChecks().AddKantata();
            await using ServiceProvider provider = services.BuildServiceProvider();
            Console.WriteLine(provider.GetRequiredService<KantataClient>().Invoices.GetType().FullName);
            """);

        string output = await DotNet.RunAsync(Path.Combine(feed.Folder, "container"), "run");

        Assert.Contains("Kantata.InvoicesClient", output, StringComparison.Ordinal);
        Assert.Contains("build/Kantata.Extensions.DependencyInjection.props", feed.Entries("Kantata.Extensions.DependencyInjection"));
    }

    [Fact]
    public async Task A_fault_in_a_page_is_shown_once_by_the_build_at_its_line_and_column_and_the_rest_is_generated()
    {
        feed.Write("faulty/faulty.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <KantataResources>invoices</KantataResources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kantata.Generator" Version="$(KantataPackageVersion)" />
                <KantataSpec Include="docs/*.md" />
              </ItemGroup>
            </Project>
            """);
        feed.Write("faulty/docs/get-forecasts.md", """
            # Fetching a list of Forecasts

            Endpoint: GET /forecasts

            ## Query parameters:

              - `day` (sting)
                The day to look at.

            ## Response 200 fields (application/json):

              - `results` (array)
            """);
        feed.Write("faulty/Use.cs", """
            using Kantata;

            namespace Faulty;

            public static class Use
            {
                public static InvoicesListQuery Invoices(KantataClient kantata) => kantata?.Invoices.List() ?? throw new ArgumentNullException(nameof(kantata));
            }
            """);

        (int exitCode, string output) = await DotNet.TryRunAsync(Path.Combine(feed.Folder, "faulty"), "build", "-consoleLoggerParameters:NoSummary");

        // Warnings are errors in this folder; nothing else fails. What the log says twice counts once.
        Assert.Equal(1, exitCode);
        Assert.Contains("    1 Error(s)", output, StringComparison.Ordinal);
        string[] faults = [.. output.ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        string fault = Assert.Single(faults);
        Assert.Contains("get-forecasts.md(7,12): error KAN0017: 'day' has the unknown type 'sting'", fault, StringComparison.Ordinal);
    }
}
