using System.Text.RegularExpressions;
using Xunit;

namespace Kantata.Package.Tests;

[Collection(PackedPackages.Name)]
public sealed class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public async Task The_code_of_the_readme_compiles_and_runs()
    {
        string code = PackageFeed.FirstBlockOf("README.md", "csharp");
        Assert.StartsWith("using Kantata;", code, StringComparison.Ordinal);
        string body = code["using Kantata;".Length..];

        feed.Write("readme/readme.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <AnalysisLevel>latest</AnalysisLevel>
                <KantataResources>billing_milestones</KantataResources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kantata.Generator" Version="$(KantataPackageVersion)" />
                <PackageReference Include="Kantata.Emulator" Version="$(KantataPackageVersion)" />
              </ItemGroup>
            </Project>
            """);
        feed.Write("readme/seed.json", """
            {
              "workspaces": { "10": { "title": "Bridge" }, "20": { "title": "Tunnel" } },
              "stories": { "77": { "title": "Design", "workspace_id": "10" } },
              "billing_milestones": {
                "42": { "title": "Kick-off", "workspace_id": "20", "story_id": "77", "date_to_invoice": "2026-05-01", "created_at": "2026-01-02T03:04:05Z" }
              }
            }
            """);

        // All that is not in the README: where the token comes from, and that it is the emulator's.
        feed.Write("readme/Program.cs", $$"""
            using Kantata;
            using Kantata.Emulator;

            await using KantataEmulator server = await KantataEmulator.StartAsync("seed.json");
            KantataClientOptions accessToken = new() { AccessToken = server.AccessToken, BaseAddress = server.BaseAddress };
            CancellationToken cancellationToken = CancellationToken.None;
            IEnumerable<BillingMilestoneCreateRequest> drafts = Enumerable.Range(1, 150).Select(number => new BillingMilestoneCreateRequest
            {
                Title = $"Visit {number}",
                AmountInCents = 100,
                WorkspaceId = 10,
            });
            {{body}}
            Console.WriteLine($"{page.TotalCount}, {one.Title}, {created.StoryId}");
            foreach (ReceivedRequest request in server.Requests)
            {
                Console.WriteLine($"{request.Method} {request.Path} {request.Status} {request.Body}");
            }
            """);

        string output = (await DotNet.RunAsync(Path.Combine(feed.Folder, "readme"), "run")).ReplaceLineEndings("\n");

        Assert.Contains("Tunnel: Kick-off (Design)\n", output, StringComparison.Ordinal);
        Assert.Contains("1, Kick-off, 77\n", output, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(output, "^POST /billing_milestones 20", RegexOptions.Multiline));
        Assert.Matches("PUT /billing_milestones/[0-9]+ 200 .*\"date_to_invoice\":null", output);
        Assert.Matches("DELETE /billing_milestones/[0-9]+ 204", output);
    }
}
