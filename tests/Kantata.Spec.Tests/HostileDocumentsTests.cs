using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Kantata.Spec.Tests;

/// <summary>Documents come from outside: whatever is in them, reading ends, and with a diagnostic rather than an exception.</summary>
public sealed class HostileDocumentsTests(ITestOutputHelper output)
{
    private const int Mutations = 3_000;

    private static readonly string[] s_scraps =
    [
        "\n", "\r", "\r\n", "\u2028", "\0", "\u0001", "\uFEFF", "\uD800", "```", "`", "'", "\"", "\"\"\"", "*/", "</summary>", "{", "}", "[", "]", "(", ")",
        "## ", "# ", "  - `", "- `", " - [GET /", "](", "Endpoint: ", "{id}", "&a ", "*a", "<<: *a", "? ", ": ", "- ", "\t", "|", ">", "%", "@", "!!binary ",
        "Valid values: ", "one of ", "either ", "required when ", "comma-separated ", "at least one of ", "up to 99999999999999999999 ", "2000-01-01:2000-12-31",
        "$ref", "allOf", "openapi: 3.1.0", "overlay: 1", ".", "..", "....", "*", "null", "~", "-1e999", "0x", ", required)", "(string", "::",
    ];

    [Fact]
    public void Mutated_documents_are_read_without_an_exception()
    {
        int seed = Random.Shared.Next();
        output.WriteLine("seed " + seed.ToString(CultureInfo.InvariantCulture));
        var random = new Random(seed);
        IReadOnlyList<SpecFile> files = Documents.Bundled;
        for (int i = 0; i < Mutations; i++)
        {
            SpecFile file = files[random.Next(files.Count)];
            SpecFile mutated = file with { Text = Mutate(file.Text, random), Origin = SpecOrigin.User };
            try
            {
                DocumentReading reading = SpecReader.Read(mutated);
                Assert.All(reading.Diagnostics, AssertPlaced);
                Assert.Equal(reading.Document, SpecReader.ReadDocument(mutated));
                ApiModelBuilder.Build([reading.Document]);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"Mutation {i} of seed {seed}, of {file.Name}:\n{mutated.Text}", exception);
            }
        }
    }

    [Fact]
    public void Mutated_documents_do_not_spoil_the_others()
    {
        int seed = Random.Shared.Next();
        output.WriteLine("seed " + seed.ToString(CultureInfo.InvariantCulture));
        var random = new Random(seed);
        SpecDocument[] documents = [.. Documents.Bundled.Select(file => SpecReader.Read(file).Document)];
        for (int i = 0; i < 20; i++)
        {
            SpecDocument[] spoiled = [.. documents];
            foreach (int index in Enumerable.Range(0, 30).Select(_ => random.Next(spoiled.Length)))
            {
                SpecFile file = Documents.Bundled[index];
                spoiled[index] = SpecReader.Read(file with { Text = Mutate(file.Text, random) }).Document;
            }

            Assert.True(ApiModelBuilder.Build(spoiled).Model.Resources.Count > 60);
        }
    }

    [Theory]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n", "  - `a` (string)\n    Either `x` or `y`, one of a, b, c.\n")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `a` (string)\n    ", "either ")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `a` (string)\n    ", "Valid values: a (")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `a` (string)\n    ", "either `a`, ")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `a` (string)\n    ", "'a 'b ")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `a` (string)\n    ", "](")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `include` (string)\n", "- a (A) - the b_id of it\n")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Request fields (application/json):\n\n  - `a` (object)\n  - `a.b", "a.")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a\n\n## Request fields (application/json):\n\n  - `a` (", "string or ")]
    [InlineData("page.md", "# T\n\nEndpoint: GET /a", "/{a}")]
    [InlineData("page.md", "# T\n\n", " - [GET /a](x): y\n")]
    [InlineData("page.md", "# T\n\n", "x")]
    [InlineData("page.yaml", "", "- ")]
    [InlineData("page.yaml", "", "[")]
    [InlineData("page.yaml", "", "{a: ")]
    [InlineData("page.yaml", "a: ", "&a [*a] ")]
    [InlineData("page.yaml", "openapi: 3.1.0\n", "a: b\n")]
    [InlineData("page.json", "", "[")]
    [InlineData("page.json", "{\"openapi\":\"3.1.0\",\"a\":", "{\"a\":")]
    public void Long_documents_are_read_to_their_end(string name, string start, string repeated)
    {
        var text = new StringBuilder(start);
        while (text.Length < 1_000_000)
        {
            text.Append(repeated);
        }

        DocumentReading reading = SpecReader.Read(new SpecFile(name, text.ToString(), SpecOrigin.User));

        Assert.NotNull(ApiModelBuilder.Build([reading.Document]).Model);
    }

    [Fact]
    public void Schemas_that_refer_to_each_other_are_read_to_an_end()
    {
        const string Text = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            components:
              schemas:
                A:
                  type: object
                  properties:
                    a: { $ref: '#/components/schemas/A' }
                    b: { $ref: '#/components/schemas/B' }
                    c: { $ref: '#/components/schemas/B' }
                B:
                  type: object
                  properties:
                    a: { $ref: '#/components/schemas/A' }
                    b: { $ref: '#/components/schemas/B' }
                    c: { type: array, items: { $ref: '#/components/schemas/A' } }
            """;

        var document = Assert.IsType<OpenApiContract>(SpecReader.Read(new SpecFile("a.yaml", Text, SpecOrigin.User)).Document);

        Assert.Equal(["A", "B"], document.Entities.Select(entity => entity.Name));
    }

    private static void AssertPlaced(SpecDiagnostic diagnostic)
    {
        Assert.True(diagnostic.Line >= 1 && diagnostic.Column >= 1 && diagnostic.EndColumn >= diagnostic.Column, diagnostic.ToString());
        Assert.DoesNotContain('\n', diagnostic.Message);
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        int changes = random.Next(1, 6);
        for (int i = 0; i < changes && mutated.Length > 0; i++)
        {
            int at = random.Next(mutated.Length);
            int length = Math.Min(random.Next(40), mutated.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, s_scraps[random.Next(s_scraps.Length)]);
                    break;
                case 2:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                case 3:
                    mutated[at] = (char)random.Next(0x20, 0x2FF);
                    break;
                case 4:
                    mutated.Length = at;
                    break;
                default:
                    mutated.Insert(at, string.Concat(Enumerable.Repeat(s_scraps[random.Next(s_scraps.Length)], random.Next(200))));
                    break;
            }
        }

        return mutated.ToString();
    }
}
