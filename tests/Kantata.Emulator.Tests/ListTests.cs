using System.Text.Json;
using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class ListTests
{
    private const string Seed = """
        {
          "billing_milestones": {
            "1": { "id": "1", "title": "Kick-off", "workspace_id": "10", "created_at": "2026-01-05T09:00:00-08:00" },
            "2": { "id": "2", "title": "Draft", "workspace_id": "10", "story_id": "77", "created_at": "2026-03-05T09:00:00-08:00" },
            "3": { "id": "3", "title": "Launch", "workspace_id": "20", "created_at": "2026-02-05T09:00:00-08:00" }
          },
          "workspaces": { "10": { "title": "Apollo" }, "20": { "title": "Borealis" } },
          "stories": [ { "id": 77, "title": "Write", "workspace_id": "10", "can_edit": true }, { "id": 78, "title": "Read" } ]
        }
        """;

    [Fact]
    public async Task A_list_has_the_usual_envelope_in_the_default_order()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones");

        Assert.Equal(200, answer.Status);
        Assert.Equal(["count", "billing_milestones", "results", "meta"], answer.Members);
        Assert.Equal(3, answer.Count);
        Assert.Equal(["2", "3", "1"], answer.Results);
        Assert.Equal(["2", "3", "1"], answer.Ids("billing_milestones"));
        Assert.Equal((3, 1, 1, 20), answer.Meta);
        Assert.Equal("billing_milestones", answer.Json.GetProperty("results")[0].GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("created_at:asc", "1,3,2")]
    [InlineData("created_at:desc", "2,3,1")]
    [InlineData("unheard_of:asc", "2,3,1")]
    public async Task An_order_that_the_list_does_not_have_is_its_default(string order, string ids)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones?order=" + order);

        Assert.Equal(ids.Split(','), answer.Results);
    }

    [Fact]
    public async Task Ids_are_ordered_as_numbers()
    {
        await using Caller caller = await Caller.StartAsync("""{ "invoices": [ { "id": 9 }, { "id": 100 }, { "id": 20 } ] }""");

        Assert.Equal(["9", "20", "100"], (await caller.GetAsync("invoices?order=id:asc")).Results);
        Assert.Equal(["100", "20", "9"], (await caller.GetAsync("invoices?order=id:desc")).Results);
    }

    [Fact]
    public async Task What_has_no_value_is_ordered_first()
    {
        await using Caller caller = await Caller.StartAsync(
            """{ "invoices": [ { "id": 1, "invoice_date": "2026-02-01" }, { "id": 2 }, { "id": 3, "invoice_date": "2026-01-01" } ] }""");

        Assert.Equal(["2", "3", "1"], (await caller.GetAsync("invoices?order=invoice_date:asc")).Results);
    }

    [Fact]
    public async Task An_order_whose_meaning_is_unknown_is_answered_with_501_unless_allowed()
    {
        await using Caller strict = await Caller.StartAsync(Seed);
        await using Caller lenient = await Caller.StartAsync(Seed, options => options.AllowUnknownFilters = true);

        Answer refused = await strict.GetAsync("billing_milestones?order=sparkle:asc");
        Assert.Equal(501, refused.Status);
        Assert.Contains("sparkle:asc", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["1", "2", "3"], (await lenient.GetAsync("billing_milestones?order=sparkle:asc")).Results);
    }

    [Fact]
    public async Task With_nothing_found_the_counts_and_the_page_number_are_0()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones?workspace_ids=99&include=story");

        Assert.Equal(["count", "billing_milestones", "stories", "results", "meta"], answer.Members);
        Assert.Equal(0, answer.Count);
        Assert.Equal((0, 0, 0, 20), answer.Meta);
        Assert.Empty(answer.Results);
        Assert.Empty(answer.Ids("stories"));
    }

    [Theory]
    [InlineData("", 20, "1", 3, 1, 20)]
    [InlineData("page=2", 20, "21", 3, 2, 20)]
    [InlineData("page=3", 5, "41", 3, 3, 20)]
    [InlineData("page=4", 0, null, 3, 4, 20)]
    [InlineData("page=0", 20, "1", 3, 1, 20)]
    [InlineData("per_page=45", 45, "1", 1, 1, 45)]
    [InlineData("per_page=999", 45, "1", 1, 1, 200)]
    [InlineData("page=2&per_page=10", 10, "11", 5, 2, 10)]
    [InlineData("limit=10&offset=30&page=1&per_page=5", 10, "31", 5, 4, 10)]
    [InlineData("limit=10&page=2&per_page=5", 5, "6", 9, 2, 5)]
    [InlineData("page=2147483647&per_page=200", 0, null, 1, 2147483647, 200)]
    public async Task Pages_are_cut_as_asked(string query, int records, string? first, int pageCount, int pageNumber, int pageSize)
    {
        string invoices = string.Join(",", Enumerable.Range(1, 45).Select(id => $$"""{ "id": {{id}} }"""));
        await using Caller caller = await Caller.StartAsync($$"""{ "invoices": [ {{invoices}} ] }""");

        Answer answer = await caller.GetAsync("invoices?" + query);

        Assert.Equal(45, answer.Count);
        Assert.Equal((45, pageCount, pageNumber, pageSize), answer.Meta);
        Assert.Equal(records, answer.Results.Length);
        Assert.Equal(first, answer.Results.FirstOrDefault());
    }

    [Fact]
    public async Task A_page_that_is_no_number_is_a_validation_error()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("invoices?page=two");

        Assert.Equal(422, answer.Status);
        Assert.Equal(["validation page page is not a whole number"], answer.Errors);
    }

    [Fact]
    public async Task Only_answers_what_it_finds()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones.json?only=3,1,4711");

        Assert.Equal(["3", "1"], answer.Results);
        Assert.Equal(2, answer.Count);
    }

    [Fact]
    public async Task Search_finds_texts_without_regard_to_case()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Assert.Equal(["3"], (await caller.GetAsync("billing_milestones?search=LAU")).Results);
    }

    [Fact]
    public async Task Declared_fields_are_there_and_null_where_nothing_is_known_and_undeclared_ones_stay()
    {
        await using Caller caller = await Caller.StartAsync("""{ "invoices": { "1": { "draft": true, "colour": "red" } } }""");

        JsonElement invoice = (await caller.GetAsync("invoices")).Record("invoices", "1");

        Assert.Equal(["created_at", "draft", "invoice_date", "payment_schedule", "status", "updated_at", "user_invoice_number", "colour", "id"], Answer.Names(invoice));
        Assert.Equal(JsonValueKind.Null, invoice.GetProperty("invoice_date").ValueKind);
        Assert.Equal("red", invoice.GetProperty("colour").GetString());
        Assert.Equal("1", invoice.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_optional_field_comes_when_asked_for_and_an_unknown_one_is_ignored()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        JsonElement without = (await caller.GetAsync("stories")).Record("stories", "77");
        Answer with = await caller.GetAsync("stories?optional_fields=can_edit,unheard_of");

        Assert.Equal(["title", "id"], Answer.Names(without));
        Assert.Equal(["can_edit", "title", "id"], Answer.Names(with.Record("stories", "77")));
        Assert.True(with.Record("stories", "77").GetProperty("can_edit").GetBoolean());
        Assert.Equal(JsonValueKind.Null, with.Record("stories", "78").GetProperty("can_edit").ValueKind);
    }

    [Fact]
    public async Task Letters_of_all_languages_come_as_they_are()
    {
        await using Caller caller = await Caller.StartAsync("""{ "stories": [ { "id": 1, "title": "Größe ✓ <b>&" } ] }""");

        string body = await caller.Http.GetStringAsync("stories");

        Assert.Contains("Größe ✓ <b>&", body, StringComparison.Ordinal);
    }
}
