using System.Globalization;
using System.Text;
using Kantata.ContractWriter;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>The same documents give the same files, byte for byte, whatever the machine that they are generated on.</summary>
public sealed class SameOutputTests
{
    private static readonly Lazy<IReadOnlyList<(string HintName, string Bytes)>> s_expected = new(() => Generate(BundledSpec.All));

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        // Loaded anew, so that what the generator makes once and keeps is made in that culture too.
        IReadOnlyList<(string, string)> generated = In(culture, () => Generate(BundledSpec.All, FreshGenerator.Load()));

        AssertSame(generated);
    }

    // Without the cultures' own ways, as on a system that lacks their data, the tests above would tell nothing.
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_cultures_that_are_tried_have_ways_of_their_own(string culture) =>
        Assert.NotEqual(In("", Write), In(culture, Write));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_culture_changes_nothing_in_what_an_OpenAPI_document_gives(string culture)
    {
        Contract contract = Contract.Of([.. BundledSpec.All.Select(text => new SpecFile(text.Name, text.GetText().ToString(), SpecOrigin.Bundled))]);
        InMemoryText[] documents = [new("contract.yaml", await contract.ToYamlAsync(OpenApiSpecVersion.OpenApi2_0))];

        Assert.Equal(Generate(documents), In(culture, () => Generate(documents, FreshGenerator.Load())));
    }

    [Fact]
    public void Documents_handed_over_from_last_to_first_change_nothing() => AssertSame(Generate(BundledSpec.All.Reverse()));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Documents_handed_over_in_any_order_change_nothing(int seed)
    {
        InMemoryText[] documents = [.. BundledSpec.All];
        new Random(seed).Shuffle(documents);

        AssertSame(Generate(documents));
    }

    [Fact]
    public void Of_two_documents_about_one_operation_the_same_one_is_used_in_any_order()
    {
        const string Name = "pages/billing-milestones/get-billing-milestones.md";
        InMemoryText[] documents =
        [
            .. BundledSpec.Billing,
            new("mine/first.md", BundledSpec.Read(Name).Replace("integration provider.", "provider that is used.", StringComparison.Ordinal), "user"),
            new("mine/second.md", BundledSpec.Read(Name).Replace("integration provider.", "provider that is left out.", StringComparison.Ordinal), "user"),
        ];

        IReadOnlyList<(string HintName, string Bytes)> generated = Generate(documents);

        Assert.Contains("provider that is used.", GeneratorRun.Of(documents).Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
        Assert.Equal(generated, Generate(documents.Reverse()));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Line_endings_of_the_documents_change_nothing(string lineEnding) =>
        AssertSame(Generate(BundledSpec.All.Select(text => new InMemoryText(text.Name, text.GetText().ToString().ReplaceLineEndings(lineEnding)))));

    [Fact]
    public void A_byte_order_mark_changes_nothing() =>
        AssertSame(Generate(BundledSpec.All.Select(text => new InMemoryText(text.Name, "\uFEFF" + text.GetText()))));

    [Theory]
    [InlineData("/", "/home/ı/project/spec/")]
    [InlineData("/", "/a folder (1)/#1/")]
    [InlineData("\\", "C:\\Users\\Ärger\\source\\spec\\")]
    [InlineData("\\", "\\\\server\\share\\")]
    public void Folders_and_path_separators_change_nothing(string separator, string root) =>
        AssertSame(Generate(BundledSpec.All.Select(text =>
        {
            string name = text.Name.Replace("/", separator, StringComparison.Ordinal);
            return new InMemoryText(name, text.GetText().ToString(), path: root + name);
        })));

    [Theory]
    [InlineData("/home/project/docs/listing-billing-milestones.md")]
    [InlineData("C:\\project\\docs\\listing-billing-milestones.md")]
    public void A_document_without_a_name_of_its_own_is_called_like_its_file(string path)
    {
        const string Name = "pages/billing-milestones/get-billing-milestones.md";

        GeneratorRun run = GeneratorRun.Of(BundledSpec.Billing.Append(new InMemoryText("", BundledSpec.Read(Name), "user", path)));

        Assert.Contains("<c>listing-billing-milestones.md</c>", run.Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
    }

    private static void AssertSame(IReadOnlyList<(string HintName, string Bytes)> generated)
    {
        Assert.Equal(s_expected.Value.Select(file => file.HintName), generated.Select(file => file.HintName));
        Assert.All(s_expected.Value.Zip(generated), pair => Assert.Equal(pair.First, pair.Second));
    }

    // As the compiler writes the files. A character a byte, so that a difference can be read.
    private static List<(string HintName, string Bytes)> Generate(IEnumerable<InMemoryText> documents, IIncrementalGenerator? generator = null) =>
    [
        .. GeneratorRun.Of(documents, generator: generator).Sources.Select(source =>
            (source.HintName, Encoding.Latin1.GetString([.. source.SourceText.Encoding!.Preamble, .. source.SourceText.Encoding.GetBytes(source.SourceText.ToString())]))),
    ];

    private static string Write() =>
        string.Create(CultureInfo.CurrentCulture, $"{"I".ToLower(CultureInfo.CurrentCulture)} {-1.5} {new DateTime(2026, 11, 28):yyyy}");

    private static T In<T>(string culture, Func<T> act)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUI = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUI;
        }
    }
}
