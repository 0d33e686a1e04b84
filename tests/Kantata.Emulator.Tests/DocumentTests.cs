using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

/// <summary>Documents that users add.</summary>
public sealed class DocumentTests : IDisposable
{
    private const string Page = """
        # Fetching a list of Account Colors

        Lists the colors.

        Endpoint: GET /account_colors
        Version: 1.0.0

        ## Query parameters:

          - `name` (string)
            The name of the color.

        ## Response 200 fields (application/json):

          - `count` (integer)

          - `results` (array)

          - `results.key` (string)

          - `results.id` (string)

          - `account_colors` (object)
            `AccountColor` objects, indexed by ID.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kantata-documents").FullName;

    [Fact]
    public async Task A_page_replaces_the_bundled_one_about_the_same_operation()
    {
        const string Seed = """{ "account_colors": { "1": { "name": "Red" }, "2": { "name": "Blue" } } }""";
        await using Caller caller = await Caller.StartAsync(Options("get-account-colors.md", Page, Seed));
        await using Caller bundled = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });

        Assert.Equal(["2"], (await caller.GetAsync("account_colors?name=Blue")).Results);
        Assert.Equal(501, (await caller.GetAsync("account_colors?enabled_only=true")).Status);
        Assert.Equal(200, (await caller.GetAsync("invoices")).Status);
        Assert.Equal(2, (await bundled.GetAsync("account_colors")).Count);
    }

    [Fact]
    public async Task A_document_that_cannot_be_used_is_named_with_the_line()
    {
        KantataDocumentException exception = await Assert.ThrowsAsync<KantataDocumentException>(() => KantataEmulator.StartAsync(Options("broken.yaml", "openapi: 3.1.0\ncomponents: {", "{}")));

        Assert.EndsWith("broken.yaml", exception.File, StringComparison.Ordinal);
        Assert.True(exception.Line > 0);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_an_error_of_input() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => KantataEmulator.StartAsync(new KantataEmulatorOptions { Documents = { Path.Combine(_folder, "none.md") } }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private KantataEmulatorOptions Options(string name, string text, string seed)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return new KantataEmulatorOptions { SeedJson = seed, Documents = { path } };
    }
}
