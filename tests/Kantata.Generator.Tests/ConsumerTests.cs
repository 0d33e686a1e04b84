using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>What the compiler says to code that uses the client.</summary>
public sealed class ConsumerTests
{
    private const string Usings = "using System; using System.Threading; using System.Threading.Tasks; using System.Collections.Generic; using Kantata;\n";

    [Fact]
    public void The_code_of_the_design_compiles() => AssertCompiles("""
        class Desk
        {
            public async Task RunAsync(KantataClient kantata, List<BillingMilestoneCreateRequest> drafts, CancellationToken cancellationToken)
            {
                var milestones = kantata.BillingMilestones.List()
                    .WorkspaceIds(10, 20)
                    .DateBetween(new(2026, 1, 1), new(2026, 12, 31))
                    .IncludeStory().IncludeWorkspace()
                    .OrderByCreatedAtDescending();

                await foreach (BillingMilestone milestone in milestones)
                    Console.WriteLine($"{milestone.Workspace?.Title}: {milestone.Title} ({milestone.Story?.Title})");

                Page<BillingMilestone> page = await milestones.GetPageAsync(2, pageSize: 50, cancellationToken);
                BillingMilestone one = await kantata.BillingMilestones.GetAsync(42, q => q.IncludeInvoices(), cancellationToken);

                BillingMilestone created = await kantata.BillingMilestones.CreateAsync(new()
                {
                    Title = "Design sign-off",
                    AmountInCents = 1_250_000,
                    WorkspaceId = 10,
                    BillingType = BillingType.UponCompletion,
                    StoryId = 77,
                }, cancellationToken: cancellationToken);

                await kantata.BillingMilestones.CreateManyAsync(drafts);
                await kantata.BillingMilestones.UpdateAsync(created.Id, new() { Title = "Sign-off", DateToInvoice = null });
                await kantata.BillingMilestones.DeleteAsync(created.Id);
            }
        }
        """);

    [Fact]
    public void Ids_come_from_whole_numbers_sequences_and_ids_of_the_same_entity() => AssertCompiles("""
        class Filters
        {
            public object Make(KantataClient kantata, Id<Workspace> id, IEnumerable<Id<Workspace>> ids, IEnumerable<long> numbers, long number) => new object[]
            {
                kantata.BillingMilestones.List().WorkspaceIds(10),
                kantata.BillingMilestones.List().WorkspaceIds(id, 10, number),
                kantata.BillingMilestones.List().WorkspaceIds(ids),
                kantata.BillingMilestones.List().WorkspaceIds(numbers),
                kantata.BillingMilestones.List().WorkspaceIds((Id<Workspace>)"10"),
            };
        }
        """);

    [Fact]
    public void An_id_of_another_entity_does_not_compile() =>
        AssertFails("CS1503", "class C { object M(KantataClient kantata, Id<Story> id) => kantata.BillingMilestones.List().WorkspaceIds(id); }");

    [Fact]
    public void A_text_is_no_id_without_saying_so() =>
        AssertFails("CS1503", "class C { object M(KantataClient kantata) => kantata.BillingMilestones.GetAsync(\"42\"); }");

    [Fact]
    public void A_required_member_left_out_does_not_compile() =>
        AssertFails("CS9035", "class C { object M() => new BillingMilestoneCreateRequest { Title = \"\", AmountInCents = 1 }; }");

    [Fact]
    public void An_order_that_the_endpoint_has_not_does_not_compile() =>
        AssertFails("CS1061", "class C { object M(KantataClient kantata) => kantata.BillingMilestones.List().OrderByTitle(); }");

    [Fact]
    public void Members_that_are_not_required_can_be_null() => AssertFails("CS8602", """
        class C { int M(BillingMilestone milestone) => milestone.Title.Length; }
        """);

    [Fact]
    public void The_namespace_and_the_visibility_can_be_chosen()
    {
        GeneratorRun run = GeneratorRun.Of(
            BundledSpec.Billing,
            "class C { object M(Acme.Billing.KantataClient kantata) => kantata.Invoices.List(); }",
            new Dictionary<string, string> { ["KantataNamespace"] = "Acme.Billing", ["KantataVisibility"] = "internal" });

        Assert.Empty(run.CompilerFaults);
        INamedTypeSymbol client = run.Compilation.GetTypeByMetadataName("Acme.Billing.KantataClient")!;
        Assert.Equal(Accessibility.Internal, client.DeclaredAccessibility);
        Assert.Null(run.Compilation.Assembly.GetTypeByMetadataName("Kantata.KantataClient"));
    }

    [Fact]
    public void Without_documents_nothing_is_generated()
    {
        GeneratorRun run = GeneratorRun.Of([]);

        Assert.Empty(run.Sources);
        Assert.Empty(run.CompilerFaults);
    }

    [Fact]
    public void Each_public_member_is_documented() =>
        Assert.DoesNotContain(GeneratorRun.Of(BundledSpec.Billing).CompilerFaults, fault => fault.Id is "CS1591" or "CS1573" or "CS1570" or "CS1574");

    private static void AssertCompiles(string code) => Assert.Empty(GeneratorRun.Of(BundledSpec.Billing, Usings + code).CompilerFaults);

    private static void AssertFails(string id, string code) =>
        Assert.Contains(GeneratorRun.Of(BundledSpec.Billing, Usings + code).CompilerFaults, fault => fault.Id == id);
}
