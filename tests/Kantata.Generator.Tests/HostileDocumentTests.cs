using Kantata.Generator.Tests.Testing;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>Documents are data, and hostile: nothing in them may break the generator or escape into code.</summary>
public sealed class HostileDocumentTests
{
    private const string Page = "pages/billing-milestones/get-billing-milestones.md";
    private const string Entity = "entities/BillingMilestone.json";
    private const string Properties = "\"properties\": {";

    public static TheoryData<string> Texts { get; } =
    [
        "*/ class Escaped { } /*",
        "</summary> <!-- --> ]]> <c",
        "\"\"\" + Escape() + \"\"\"",
        "{{ file.Settings }} {% raw %} {0}",
        "a\nclass Escaped { }\n",
        "\u2028class Escaped { }",
        "\r class Escaped { }",
        "\u0001 \u001b[2J \uFFFF",
        "\\u000a class Escaped { }",
        "#if true\n#error escaped",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_description_stays_a_description(string text)
    {
        GeneratorRun run = GeneratorRun.Of(Replace(Page, page => page.Replace(
            "## Query parameters:\n", $"## Query parameters:\n\n  - `hostile` (string)\n    {text}\n")));

        AssertCompilesWithoutEscape(run);
    }

    [Fact]
    public void A_description_of_a_megabyte_does_not_cut_the_file_off()
    {
        string text = string.Concat(Enumerable.Repeat("endless. ", 120_000)) + "At last.";
        GeneratorRun run = GeneratorRun.Of(Replace(Page, page => page.Replace(
            "## Query parameters:\n", $"## Query parameters:\n\n  - `hostile` (string)\n    {text}\n")));

        AssertCompilesWithoutEscape(run);
        Assert.Contains("endless. At last.</summary>", run.Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_value_stays_a_value(string text)
    {
        string quoted = System.Text.Json.JsonSerializer.Serialize(text);
        GeneratorRun run = GeneratorRun.Of(Replace(Entity, entity => entity.Replace(
            Properties, $"{Properties} \"hostile\": {{ \"type\": \"string\", \"enum\": [{quoted}, \"plain\"] }},")));

        AssertCompilesWithoutEscape(run);
    }

    [Theory]
    [InlineData("value")]
    [InlineData("from")]
    [InlineData("_value")]
    [InlineData("clone")]
    [InlineData("print_members")]
    [InlineData("equality_contract")]
    [InlineData("deconstruct")]
    [InlineData("op_equality")]
    [InlineData("string")]
    [InlineData("hostile")]
    [InlineData("")]
    public void A_value_of_any_name_compiles(string name)
    {
        GeneratorRun run = GeneratorRun.Of(Replace(Entity, entity => entity.Replace(
            Properties, $"{Properties} \"hostile\": {{ \"type\": \"string\", \"enum\": [\"{name}\", \"{name}_\", \"{name.ToUpperInvariant()}\"] }},")));

        AssertCompilesWithoutEscape(run);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("object")]
    [InlineData("equals")]
    [InlineData("get_hash_code")]
    [InlineData("to_string")]
    [InlineData("with")]
    [InlineData("parameter")]
    [InlineData("billing_milestones_list_query")]
    [InlineData("BillingMilestonesListQuery")]
    [InlineData("include_story")]
    [InlineData("order_by_created_at")]
    [InlineData("123")]
    [InlineData("!?%")]
    [InlineData("имя")]
    [InlineData("名前")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    public void A_filter_of_any_name_compiles(string name)
    {
        GeneratorRun run = GeneratorRun.Of(Replace(Page, page => page.Replace(
            "## Query parameters:\n", $"## Query parameters:\n\n  - `{name}` (string)\n    Hostile.\n\n  - `{name}_` (integer)\n    Its twin.\n")));

        AssertCompilesWithoutEscape(run);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("id")]
    [InlineData("shape")]
    [InlineData("billing_milestone")]
    [InlineData("unknown_members")]
    [InlineData("read_member")]
    [InlineData("story")]
    [InlineData("get_type")]
    [InlineData("Title")]
    [InlineData("ti tle")]
    [InlineData("")]
    [InlineData("0")]
    public void An_entity_with_a_field_of_any_name_compiles(string name)
    {
        string quoted = System.Text.Json.JsonSerializer.Serialize(name);
        GeneratorRun run = GeneratorRun.Of(Replace(Entity, entity => entity.Replace(
            Properties, $"{Properties} {quoted}: {{ \"type\": \"string\", \"description\": \"Hostile.\" }},")));

        AssertCompilesWithoutEscape(run);
    }

    private static void AssertCompilesWithoutEscape(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
        Assert.Null(run.Compilation.GetTypeByMetadataName("Kantata.Escaped"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("Escaped"));
    }

    private static IEnumerable<InMemoryText> Replace(string name, Func<string, string> edit)
    {
        string text = BundledSpec.Read(name);
        string edited = edit(text);
        Assert.NotEqual(text, edited);
        return BundledSpec.Billing.Select(document => document.Name == name ? new InMemoryText(name, edited) : document);
    }
}
