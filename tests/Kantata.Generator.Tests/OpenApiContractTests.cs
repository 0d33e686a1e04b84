using System.Text.RegularExpressions;
using Kantata.ContractWriter;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Microsoft.OpenApi;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>One OpenAPI document of the whole API, in place of the bundled pages and entities, gives the same client.</summary>
public sealed partial class OpenApiContractTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_fromPages = new(() => Generate(BundledSpec.All));

    private static readonly Contract s_contract = Contract.Of(
        [.. BundledSpec.All.Select(text => new SpecFile(text.Name, text.GetText()!.ToString(), SpecOrigin.Bundled))]);

    [Theory]
    [InlineData(OpenApiSpecVersion.OpenApi2_0, "contract.json")]
    [InlineData(OpenApiSpecVersion.OpenApi2_0, "contract.yaml")]
    [InlineData(OpenApiSpecVersion.OpenApi3_0, "contract.json")]
    [InlineData(OpenApiSpecVersion.OpenApi3_1, "contract.json")]
    public async Task One_document_of_the_whole_API_gives_the_same_client(OpenApiSpecVersion version, string name)
    {
        string text = name.EndsWith(".json", StringComparison.Ordinal) ? await s_contract.ToJsonAsync(version) : await s_contract.ToYamlAsync(version);

        IReadOnlyDictionary<string, string> fromContract = Generate(WithoutPages(new InMemoryText("docs/" + name, text, "user")));

        Assert.Equal(s_fromPages.Value.Keys.Order(StringComparer.Ordinal), fromContract.Keys.Order(StringComparer.Ordinal));
        Assert.All(s_fromPages.Value, file => Assert.Equal(AsDeclarable(file.Value, version), fromContract[file.Key]));
    }

    // The overlay corrects whatever describes the API, so it stays.
    private static IEnumerable<InMemoryText> WithoutPages(InMemoryText contract)
        => BundledSpec.All.Where(text => text.Name == "overlay.json").Append(contract);

    // The one fact that Swagger 2.0 cannot declare: that a member of an object is deprecated. Two have no text that says it.
    private static string AsDeclarable(string source, OpenApiSpecVersion version)
        => version == OpenApiSpecVersion.OpenApi2_0
            ? source
                .Replace(" instead. Deprecated.</summary>", " instead.</summary>", StringComparison.Ordinal)
                .Replace(" the project is due. Deprecated.</summary>", " the project is due.</summary>", StringComparison.Ordinal)
            : source;

    // The name of the document stands in the remarks, and is another one.
    private static Dictionary<string, string> Generate(IEnumerable<InMemoryText> documents)
        => GeneratorRun.Of(documents).Sources.ToDictionary(
            source => source.HintName,
            source => DocumentName().Replace(source.SourceText.ToString(), "<c>document</c>"));

    [GeneratedRegex("<c>(pages|entities|docs)/[^<]*</c>")]
    private static partial Regex DocumentName();
}
