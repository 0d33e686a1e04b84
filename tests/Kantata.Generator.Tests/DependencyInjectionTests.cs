using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>Whether and how the registration in a container is generated.</summary>
public sealed class DependencyInjectionTests
{
    private const string UserCode = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        static class Start
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.AddKantata();
                services.AddKantata(options => options.AccessToken = "abc").AddHttpMessageHandler<Handler>();
                services.AddKantata(configuration.GetSection("Kantata"));
                services.AddKantata("ledger");
                services.AddKantata("ledger", options => options.UserAgent = "ledger");
                services.AddKantata("ledger", configuration);
                services.AddHealthChecks().AddKantata().AddKantata("ledger", tags: new[] { "ready" });
            }

            sealed class Handler : System.Net.Http.DelegatingHandler { }
        }
        """;

    [Fact]
    public void A_project_without_the_package_has_no_AddKantata()
    {
        GeneratorRun run = Run(new());

        Assert.DoesNotContain(run.Sources, source => source.SourceText.ToString().Contains("AddKantata", StringComparison.Ordinal));
        Assert.All(run.CompilerFaults, fault => Assert.Equal("CS1061", fault.Id));
        Assert.NotEmpty(run.CompilerFaults);
    }

    [Theory]
    [InlineData("Kantata", "public")]
    [InlineData("Acme.Billing", "internal")]
    public void A_project_with_the_package_registers_the_client_of_its_namespace_as_visibly_as_that_is(string name, string visibility)
    {
        GeneratorRun run = Run(new()
        {
            ["KantataDependencyInjection"] = "true",
            ["KantataNamespace"] = name,
            ["KantataVisibility"] = visibility,
        });

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
        INamedTypeSymbol? extensions = run.Compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.KantataServiceCollectionExtensions");
        Assert.Equal(visibility == "public" ? Accessibility.Public : Accessibility.Internal, extensions?.DeclaredAccessibility);
    }

    private static GeneratorRun Run(Dictionary<string, string> properties)
    {
        properties["KantataResourceList"] = "invoices";
        return GeneratorRun.Of(BundledSpec.Billing, UserCode, properties);
    }
}
