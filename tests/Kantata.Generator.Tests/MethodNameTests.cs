using Kantata.Generator.Shaping;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Kantata.Spec.Model;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>Methods are named as a person would name them: by one rule, and by the overlay where the rule is wrong.</summary>
public sealed class MethodNameTests
{
    private static readonly ApiModel s_api = SpecSet
        .Read(BundledSpec.All.Select(text => new SpecFile(text.Name, BundledSpec.Read(text.Name), SpecOrigin.Bundled)))
        .Model;

    [Theory]
    [InlineData("GET /billing_milestones", "List")]
    [InlineData("POST /billing_milestones", "Create")]
    [InlineData("GET /billing_milestones/{id}", "Get")]
    [InlineData("PUT /billing_milestones/{id}", "Update")]
    [InlineData("DELETE /billing_milestones/{id}", "Delete")]
    [InlineData("PUT /invoices/{id}/cancel", "Cancel")]
    [InlineData("GET /invoices/next_invoice_number", "GetNextNumber")]
    [InlineData("PUT /timesheet_submissions/{id}/approve", "Approve")]
    [InlineData("GET /users/me", "GetMe")]
    [InlineData("GET /users/{id}/capacity", "GetCapacity")]
    [InlineData("POST /workspaces/{id}/invite", "Invite")]
    [InlineData("DELETE /time_entries", "DeleteMany")]
    [InlineData("PUT /workspace_task_status_sets/bulk_update", "UpdateMany")]
    [InlineData("GET /rate_card_set_versions/{rate_card_set_version_id}/rate_card_table_rows", "List")]
    [InlineData("PUT /rate_card_set_versions/{rate_card_set_version_id}/rate_card_table_rows/{role_id}", "Update")]
    [InlineData("GET /account_insights_mappings/dynamic", "List")]
    [InlineData("GET /insights_reports", "List")]
    [InlineData("GET /account_rate_cards_activations", "Get")]
    public void An_operation_has_the_name_that_one_expects(string operation, string expected) =>
        Assert.Equal(expected, Names().Single(name => name.Operation.Key == operation).Name);

    [Fact]
    public void No_two_operations_of_a_resource_have_the_same_name() =>
        Assert.Empty(Names().GroupBy(name => (name.Resource.Key, name.Name)).Where(names => names.Count() > 1).Select(names => names.Key));

    [Fact]
    public void No_name_repeats_its_resource() => Assert.Empty(
        from name in Names()
        where name.Name.Contains(Identifier.Pascal(EnglishNoun.Singular(name.Resource.Name)), StringComparison.Ordinal)
        select $"{name.Resource.Name}: {name.Name}");

    [Fact]
    public void Each_name_is_in_pascal_case() =>
        Assert.All(Names(), name => Assert.Matches("^([A-Z][a-z0-9]+)+$", name.Name));

    [Fact]
    public void Each_resource_has_a_name_of_its_own_in_pascal_case()
    {
        string[] names = [.. s_api.Resources.Select(resource => Identifier.Pascal(resource.Name))];

        Assert.Equal(101, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^([A-Z][a-z0-9]+)+$", name));
    }

    private static IEnumerable<(Resource Resource, Operation Operation, string Name)> Names()
    {
        Dictionary<string, string> overlay = s_api.Names.Operations.ToDictionary(name => name.Operation, name => name.Name);
        return
            from resource in s_api.Resources
            let naming = new OperationNaming(resource, overlay.GetValueOrDefault)
            from operation in resource.Operations
            select (resource, operation, naming.Name(operation).Name);
    }
}
