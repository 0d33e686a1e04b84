using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Analyzers.Tests;

public sealed class KnownSymbolsTests
{
    [Fact]
    public async Task A_project_without_the_client_knows_none_of_its_types() =>
        Assert.Null(KnownSymbols.Find(await UserCode.CompileAsync(UserCode.ProjectWithoutClient("class Empty;"))));

    [Theory]
    [InlineData("BillingMilestone", "Story", "IncludeStory")]
    [InlineData("BillingMilestone", "Invoices", "IncludeInvoices")]
    [InlineData("BillingMilestone", "InvoiceIds", "IncludeInvoices")]
    [InlineData("BillingMilestone", "Title", null)]
    [InlineData("Story", "SubStories", "IncludeSubStories")]
    public async Task The_query_method_that_brings_a_member_is_known(string entity, string member, string? method)
    {
        Compilation compilation = await UserCode.CompileAsync(UserCode.Project("class Empty;"));
        IPropertySymbol property = compilation.GetTypeByMetadataName("Kantata." + entity)!.GetMembers(member).OfType<IPropertySymbol>().Single();

        Assert.Equal(method, KnownSymbols.Find(compilation)!.FindMethodThatBrings(property));
    }
}
