using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Json;

public class MemberOrderTests
{
    private const string Known = "\"title\":\"T\"|\"amount_in_cents\":5|\"completed\":true|\"workspace_id\":\"7\"";
    private const string LongName = "\"a_member_whose_name_is_longer_than_any_comparison_takes_in_at_once\":[1,{\"title\":\"no\"}]";

    [Theory]
    [InlineData(Known, Known, Known)]
    [InlineData(Known, "\"workspace_id\":\"7\"|\"completed\":true|\"amount_in_cents\":5|\"title\":\"T\"", Known)]
    [InlineData("\"x\":1|" + Known, "\"x\":1|" + Known, Known)]
    [InlineData(Known + "|\"x\":null", Known + "|\"x\":null", Known)]
    [InlineData("\"title\":\"T\"|\"x\":\"v\"|\"amount_in_cents\":5|\"z\":{}|\"completed\":true|\"workspace_id\":\"7\"", "\"title\":\"T\"|\"x\":\"v\"|\"amount_in_cents\":5|\"z\":{}|\"completed\":true|\"workspace_id\":\"7\"", Known)]
    [InlineData("\"title\":\"T\"|\"x\":1|\"y\":2|\"amount_in_cents\":5|\"completed\":true|\"workspace_id\":\"7\"", "\"title\":\"T\"|\"x\":1|\"y\":2|\"amount_in_cents\":5|\"completed\":true|\"workspace_id\":\"7\"", "\"title\":\"T\"|\"x\":1|\"amount_in_cents\":5|\"completed\":true|\"workspace_id\":\"7\"")]
    [InlineData("\"title\":\"T\"|\"x\":1|\"amount_in_cents\":5|\"completed\":true|\"workspace_id\":\"7\"", "\"title\":\"T\"|\"x\":1", Known)]
    [InlineData("\"title\":\"T\"|" + LongName + "|\"amount_in_cents\":5|\"completed\":true|\"workspace_id\":\"7\"", Known, LongName + "|" + Known)]
    [InlineData("\"title\":\"T\"|\"amount_in_\\u0063ents\":5|\"\\u0078\":1|\"completed\":true|\"workspace_id\":\"7\"", Known, Known)]
    public async Task Objects_are_read_alike_whatever_was_learned_from_the_one_before(params string[] objects)
    {
        foreach (string comma in (string[])[",", " ,\n\t", ", "])
        {
            string milestones = string.Join(',', objects.Select((members, i) => $"\"{i + 1}\":{{{members.Replace("|", comma, StringComparison.Ordinal)}}}"));
            string results = string.Join(',', objects.Select((_, i) => $"{{\"key\":\"billing_milestones\",\"id\":\"{i + 1}\"}}"));
            foreach (bool keeps in (bool[])[false, true])
            {
                Page<BillingMilestone> page = await new StubServer().Answers($"{{\"count\":3,\"billing_milestones\":{{{milestones}}},\"results\":[{results}]}}")
                    .Client(options => options.KeepUnknownMembers = keeps).BillingMilestones.List().GetPageAsync(1);

                for (int i = 0; i < objects.Length; i++)
                {
                    bool isWhole = objects[i].Contains("workspace_id", StringComparison.Ordinal);
                    Assert.Equal("T", page[i].Title);
                    Assert.Equal(isWhole ? 5 : null, page[i].AmountInCents);
                    Assert.Equal(isWhole ? true : null, page[i].Completed);
                    Assert.Equal(isWhole ? 7 : null, page[i].WorkspaceId);
                    Assert.Equal(keeps ? UnknownIn(objects[i]) : [], page[i].UnknownMembers.Keys.Order(StringComparer.Ordinal));
                }
            }
        }
    }

    [Theory]
    [InlineData("\"title\":\"T\"|\"x\":1|\"amount_in_cents\":5", "\"title\":\"T\"\"x\":1|\"amount_in_cents\":5")]
    [InlineData("\"title\":\"T\"|\"x\":1|\"amount_in_cents\":5", "\"title\":\"T\"|\"x\":1\"amount_in_cents\":5")]
    [InlineData("\"x\":1|\"title\":\"T\"", "\"x\":1\"title\":\"T\"")]
    [InlineData("\"title\":\"T\"|\"amount_in_cents\":5", "|\"title\":\"T\"|\"amount_in_cents\":5")]
    [InlineData("\"title\":\"T\"|\"amount_in_cents\":5", "\"title\":\"T\"|")]
    [InlineData("\"title\":\"T\"|\"amount_in_cents\":5", "\"title\":\"T\"\0amount_in_cents\":5")]
    public async Task What_is_no_JSON_is_refused_also_where_the_member_was_expected(string first, string second)
    {
        string milestones = string.Join(',', ((string[])[first, second]).Select((members, i) => $"\"{i + 1}\":{{{members.Replace('|', ',')}}}"));
        StubServer server = new StubServer().Answers($"{{\"count\":0,\"results\":[],\"billing_milestones\":{{{milestones}}}}}");

        await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.List().GetPageAsync(1));
    }

    [Fact]
    public async Task Responses_that_are_read_at_the_same_time_do_not_mislead_each_other()
    {
        // One client: what responses learn of the order of members is remembered for each.
        const int Responses = 200;
        string[] members = Known.Split('|');
        StubServer server = new();
        for (int i = 0; i < Responses; i++)
        {
            // Each begins with another member.
            string written = string.Join(',', members[(i % 4)..].Concat(members[..(i % 4)]));
            string milestones = string.Join(',', Enumerable.Range(1, 20).Select(id => $"\"{id}\":{{{written}}}"));
            server.Answers($"{{\"count\":1,\"billing_milestones\":{{{milestones}}},\"results\":[{{\"key\":\"billing_milestones\",\"id\":\"20\"}}]}}");
        }

        KantataClient client = server.Client();
        await Task.WhenAll(Enumerable.Range(0, Responses).Select(_ => Task.Run(async () =>
        {
            Page<BillingMilestone> page = await client.BillingMilestones.List().GetPageAsync(1);

            Assert.Equal("T", page[0].Title);
            Assert.Equal(5, page[0].AmountInCents);
            Assert.Equal(true, page[0].Completed);
            Assert.Equal(7, page[0].WorkspaceId);
        })));
    }

    private static string[] UnknownIn(string members) =>
        ((string[])["a_member_whose_name_is_longer_than_any_comparison_takes_in_at_once", "x", "y", "z"])
            .Where(name => members.Contains($"\"{name}\"", StringComparison.Ordinal) || (name == "x" && members.Contains("\\u0078", StringComparison.Ordinal)))
            .ToArray();
}
