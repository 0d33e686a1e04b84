using Kantata.Generator.CSharp;
using Kantata.Generator.Rendering;
using Kantata.Generator.Shaping;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>Files are rendered one after another with what the last one left.</summary>
public sealed class SourceRendererTests
{
    private static readonly ClientModel s_client = Client();

    [Fact]
    public void A_file_looks_the_same_whatever_was_rendered_before_it()
    {
        SourceRenderer renderer = new();

        string[] inTurn = [.. s_client.Files.Select(file => Render(renderer, file))];

        Assert.Equal(s_client.Files.Select(file => Render(new SourceRenderer(), file)), inTurn);
    }

    [Fact]
    public void A_file_looks_the_same_after_one_that_was_given_up()
    {
        SourceRenderer renderer = new();
        SourceFile file = s_client.Files[0];
        string expected = Render(renderer, file);

        Assert.ThrowsAny<OperationCanceledException>(() => renderer.Render(file, new CancellationToken(canceled: true)));

        Assert.Equal(expected, Render(renderer, file));
    }

    private static string Render(SourceRenderer renderer, SourceFile file) => renderer.Render(file, CancellationToken.None).ToString();

    private static ClientModel Client()
    {
        IEnumerable<SpecDocument> documents = BundledSpec.Billing.Select(text => SpecReader.Read(new SpecFile(text.Name, text.GetText().ToString(), SpecOrigin.Bundled)).Document);
        GenerationSettings settings = new("Kantata", "public", default, DependencyInjection: false);
        return new PartMemory().Shape(ClientPlan.Of(ApiModelBuilder.BuildModel(documents), settings), CancellationToken.None);
    }
}
