using System.Text.Json.Nodes;
using Kantata.ContractWriter;
using Microsoft.OpenApi;

namespace Kantata.BuildCost;

/// <summary>The tool inside of NSwag's package for MSBuild.</summary>
internal sealed class NSwagTool(string folder, string packages)
{
    private const string Version = "14.7.1";

    /// <summary>Writes the documents of a folder as one OpenAPI document, and NSwag's client of it; answers the client's file.</summary>
    public async Task<string> WriteClientAsync(string spec)
    {
        string client = Path.Combine(folder, "Client.cs");
        Restore();
        string contract = Path.Combine(folder, "contract.json");
        var document = (JsonObject)JsonNode.Parse(await Contract.Of(SpecFolder.Read(spec)).ToJsonAsync(OpenApiSpecVersion.OpenApi3_0))!;
        DeclareWordsAsText(document);
        await File.WriteAllTextAsync(contract, document.ToJsonString());

        // The API's names in one class: classes after tags or paths do not compile, because tags hold brackets.
        Workshop.Run(
            folder,
            Path.Combine(packages, "nswag.msbuild", Version, "tools", "Net100", "dotnet-nswag.dll"),
            "openapi2csclient",
            "/input:" + contract,
            "/output:" + client,
            "/namespace:Kantata.NSwag",
            "/className:KantataClient",
            "/operationGenerationMode:SingleClientFromOperationId",
            "/jsonLibrary:SystemTextJson");
        return client;
    }

    private void Restore()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "tool.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="NSwag.MSBuild" Version="{Version}" /></ItemGroup>
            </Project>
            """);
        Workshop.Run(folder, "restore", "-v", "q");
    }

    // The API declares some members as whole numbers and names words as their values, of which NSwag makes code that does not compile.
    private static void DeclareWordsAsText(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            if (members["enum"] is JsonArray values && values.Any(value => value is JsonValue word && word.TryGetValue(out string? _)) && members.ContainsKey("type"))
            {
                members["type"] = "string";
            }

            foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
            {
                DeclareWordsAsText(member.Value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                DeclareWordsAsText(item);
            }
        }
    }
}
