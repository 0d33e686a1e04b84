using System.Globalization;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Kantata.Spec.Tests.OpenApi;

/// <summary>Whatever an OpenAPI document holds, reading it ends with diagnostics that have a place, and loses nothing of the rest.</summary>
public sealed class OpenApiHostileTests(ITestOutputHelper output)
{
    private const int Mutations = 400;

    private static readonly Func<JsonNode?>[] s_intruders =
    [
        () => null, () => 5, () => "text", () => true, () => new JsonArray(), () => new JsonObject(), () => new JsonArray("a", 1, null), () => -1e30,
        () => new JsonObject { ["$ref"] = "#/definitions/Nowhere" }, () => new JsonObject { ["$ref"] = "#/definitions/Widget" },
        () => new JsonObject { ["$ref"] = "#/components/schemas/Widget" }, () => new JsonObject { ["$ref"] = "other.yaml#/a" }, () => new JsonObject { ["$ref"] = 7 },
        () => new JsonObject { ["$ref"] = "" }, () => new JsonObject { ["$ref"] = "#/paths/~1widgets" }, () => new JsonObject { ["type"] = new JsonArray("a", "null") },
    ];

    // Without one of these there are no operations, no entities, or no document.
    private static readonly HashSet<string> s_wholes = ["$.swagger", "$.openapi", "$.paths", "$.definitions", "$.components", "$.components.schemas"];

    [Theory]
    [InlineData("swagger")]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void A_node_of_a_wrong_kind_spoils_no_more_than_what_is_around_it(string version)
    {
        int seed = Random.Shared.Next();
        output.WriteLine("seed " + seed.ToString(CultureInfo.InvariantCulture));
        var random = new Random(seed);
        string text = version == "swagger" ? WidgetContract.Swagger : WidgetContract.OpenApi(version);
        for (int i = 0; i < Mutations; i++)
        {
            var root = (JsonObject)JsonNode.Parse(text)!;
            string where = Intrude(root, random, s_intruders[random.Next(s_intruders.Length)]());
            string mutated = root.ToJsonString();
            try
            {
                SpecFile file = new("docs/a.json", mutated, SpecOrigin.User);
                DocumentReading reading = SpecReader.Read(file);
                ApiModelBuilder.Build([reading.Document]);
                Assert.Equal(reading.Document, SpecReader.ReadDocument(file));
                Assert.All(reading.Diagnostics, diagnostic => Assert.True(diagnostic.Line >= 1 && diagnostic.Column >= 1));
                if (!s_wholes.Contains(where))
                {
                    var contract = Assert.IsType<OpenApiContract>(reading.Document);
                    Assert.NotEmpty(contract.Operations);
                    Assert.NotEmpty(contract.Entities);
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Mutation {i} of seed {seed}:\n{mutated}", exception);
            }
        }
    }

    private static string Intrude(JsonObject root, Random random, JsonNode? intruder)
    {
        JsonNode node = root;
        while (true)
        {
            List<JsonNode> below = [.. Below(node)];
            if (node != root && (below.Count == 0 || random.Next(4) == 0))
            {
                string path = node.GetPath();
                node.ReplaceWith(intruder);
                return path;
            }

            node = below[random.Next(below.Count)];
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>(),
        JsonArray items => items.OfType<JsonNode>(),
        _ => [],
    };
}
