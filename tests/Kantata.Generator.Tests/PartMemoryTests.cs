using Kantata.Generator.CSharp;
using Kantata.Generator.Pipeline;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>What the generator remembers of its last run only saves time: each run gives what a generator without memory gives.</summary>
public sealed class PartMemoryTests
{
    private const string MilestoneList = "pages/billing-milestones/get-billing-milestones.md";
    private const string InvoiceEntity = "entities/Invoice.json";

    // Both have an object within that is called like the two of them: CrateLidSize.
    private static readonly InMemoryText s_crate = Entity("Crate", "lid_size");
    private static readonly InMemoryText s_crateLid = Entity("CrateLid", "size");

    [Fact]
    public void After_an_edit_in_a_page()
    {
        OpenProject project = new(BundledSpec.All);

        project.Replace(MilestoneList, text => text.Replace("## Query parameters:\n", "## Query parameters:\n\n  - `a_new_filter` (boolean)\n    Filters anew.\n", StringComparison.Ordinal));

        Assert.Contains("ANewFilter(", project.Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();
    }

    [Fact]
    public void After_an_edit_and_its_undoing()
    {
        OpenProject project = new(BundledSpec.All);
        ClientModel before = project.Model;

        project.Replace(MilestoneList, text => text + "\n\nMore.");
        project.Replace(MilestoneList, _ => BundledSpec.Read(MilestoneList));

        Assert.Equal(before, project.Model);
        project.AssertAsWithoutMemory();
    }

    [Fact]
    public void After_an_edit_of_an_entity_that_others_refer_to()
    {
        OpenProject project = new(BundledSpec.All);

        project.Replace(InvoiceEntity, text => text.Replace("\"properties\": {", "\"properties\": { \"a_new_status\": { \"type\": \"string\", \"enum\": [\"one\", \"two\"] },", StringComparison.Ordinal));

        Assert.Contains("struct InvoiceANewStatus", project.Source("Invoice.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();
    }

    [Fact]
    public void After_a_name_clashes_with_one_in_another_document_and_no_longer_does()
    {
        OpenProject project = new(BundledSpec.Billing.Append(s_crateLid));
        Assert.Contains("class CrateLidSize ", project.Source("CrateLid.g.cs"), StringComparison.Ordinal);

        project.Add(s_crate);
        Assert.Contains("class CrateLidSize ", project.Source("Crate.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class CrateLidSizeObject ", project.Source("CrateLid.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();

        project.Replace(s_crate.Name, text => text.Replace("lid_size", "depth", StringComparison.Ordinal));
        Assert.Contains("class CrateLidSize ", project.Source("CrateLid.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();
    }

    [Fact]
    public void After_a_clash_appears_and_disappears_by_an_edit_in_the_other_document_alone()
    {
        InMemoryText harmless = Entity("Crate", "depth");
        OpenProject project = new(BundledSpec.Billing.Append(harmless).Append(s_crateLid));

        project.Replace(harmless.Name, text => text.Replace("depth", "lid_size", StringComparison.Ordinal));
        Assert.Contains("class CrateLidSizeObject ", project.Source("CrateLid.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();

        project.Replace(harmless.Name, text => text.Replace("lid_size", "depth", StringComparison.Ordinal));
        Assert.Contains("class CrateLidSize ", project.Source("CrateLid.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();
    }

    [Theory]
    [InlineData(MilestoneList)]
    [InlineData(InvoiceEntity)]
    [InlineData("overlay.json")]
    public void After_a_document_is_removed_and_added_again(string name)
    {
        OpenProject project = new(BundledSpec.All);
        ClientModel before = project.Model;

        InMemoryText removed = project.Remove(name);
        Assert.NotEqual(before, project.Model);
        project.AssertAsWithoutMemory();

        project.Add(removed);
        Assert.Equal(before, project.Model);
        project.AssertAsWithoutMemory();
    }

    [Fact]
    public void After_a_document_is_added_that_takes_the_place_of_another()
    {
        OpenProject project = new(BundledSpec.All);

        project.Add(new InMemoryText("mine.md", BundledSpec.Read(MilestoneList).Replace("integration provider.", "provider of ours.", StringComparison.Ordinal), "user"));

        Assert.Contains("provider of ours.", project.Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
        project.AssertAsWithoutMemory();
    }

    [Theory]
    [InlineData("KantataResourceList", "billing_milestones|invoices")]
    [InlineData("KantataResourceList", "nothing_like_it")]
    [InlineData("KantataNamespace", "Our.Company")]
    [InlineData("KantataVisibility", "internal")]
    [InlineData("KantataDependencyInjection", "true")]
    public void After_a_setting_is_changed_and_changed_back(string property, string value)
    {
        OpenProject project = new(BundledSpec.All);
        ClientModel before = project.Model;

        project.Set(property, value);
        Assert.NotEqual(before, project.Model);
        project.AssertAsWithoutMemory();

        project.Set(property, "");
        Assert.Equal(before, project.Model);
        project.AssertAsWithoutMemory();
    }

    [Fact]
    public void After_another_selection_of_resources()
    {
        OpenProject project = new(BundledSpec.All);

        project.Set("KantataResourceList", "invoices");
        project.Set("KantataResourceList", "skills|users");

        Assert.DoesNotContain("InvoicesClient.g.cs", project.Run.Sources.Select(source => source.HintName));
        project.AssertAsWithoutMemory();
    }

    // As in an editor, which goes on from an older state where a change is undone.
    [Fact]
    public void After_a_run_of_the_same_generator_over_other_documents()
    {
        OpenProject one = new(BundledSpec.All);
        OpenProject other = one.Fork();

        one.Replace(MilestoneList, text => text.Replace("# Fetching", "# Counting", StringComparison.Ordinal));
        other.Remove(InvoiceEntity);
        other.AssertAsWithoutMemory();

        one.Remove(InvoiceEntity);
        one.AssertAsWithoutMemory();
    }

    private static InMemoryText Entity(string name, string member) => new($"entities/{name}.json", $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Crates", "version": "1" },
          "components": { "schemas": { "{{name}}": { "type": "object", "properties": {
            "id": { "type": "string" },
            "{{member}}": { "type": "object", "properties": { "width": { "type": "integer" } } }
          } } } }
        }
        """);

    /// <summary>A project whose documents and settings change while one generator stays.</summary>
    private sealed class OpenProject
    {
        private readonly List<InMemoryText> _documents;
        private readonly Dictionary<string, string> _properties = [];

        public OpenProject(IEnumerable<InMemoryText> documents)
        {
            _documents = [.. documents];
            Run = GeneratorRun.Of(_documents);
        }

        private OpenProject(OpenProject origin)
        {
            _documents = [.. origin._documents];
            _properties = new Dictionary<string, string>(origin._properties);
            Run = origin.Run;
        }

        public GeneratorRun Run { get; private set; }

        public ClientModel Model => ModelOf(Run);

        public string Source(string hintName) => Run.Source(hintName);

        public OpenProject Fork() => new(this);

        public void Add(InMemoryText document)
        {
            _documents.Add(document);
            Run = Run.Again(driver => driver.AddAdditionalTexts([document]));
        }

        public InMemoryText Remove(string name)
        {
            InMemoryText removed = _documents.Single(document => document.Name == name);
            _documents.Remove(removed);
            Run = Run.Again(driver => driver.RemoveAdditionalTexts([removed]));
            return removed;
        }

        public void Replace(string name, Func<string, string> edit)
        {
            int index = _documents.FindIndex(document => document.Name == name);
            InMemoryText before = _documents[index];
            InMemoryText after = new(name, edit(before.GetText().ToString()), before.Origin);
            Assert.NotEqual(before.GetText().ToString(), after.GetText().ToString());
            _documents[index] = after;
            Run = Run.Again(driver => driver.ReplaceAdditionalText(before, after));
        }

        public void Set(string property, string value)
        {
            _properties[property] = value;
            InMemoryOptions options = new(_properties.ToDictionary(pair => "build_property." + pair.Key, pair => pair.Value));
            Run = Run.Again(driver => driver.WithUpdatedAnalyzerConfigOptions(options));
        }

        public void AssertAsWithoutMemory()
        {
            GeneratorRun fresh = GeneratorRun.Of(_documents, properties: _properties);

            Assert.Equal(ModelOf(fresh), Model);
            Assert.Equal(
                fresh.Sources.Select(source => (source.HintName, source.SourceText.ToString())),
                Run.Sources.Select(source => (source.HintName, source.SourceText.ToString())));
            Assert.Equal(
                fresh.Diagnostics.Select(diagnostic => diagnostic.ToString()),
                Run.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        }

        private static ClientModel ModelOf(GeneratorRun run) =>
            (ClientModel)run.Driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.ClientModel].Single().Outputs.Single().Value;
    }
}
