using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class ValidationTests
{
    private const string Seed = """
        {
          "billing_milestones": { "1": { "billing_type": "upon_completion", "story_id": "77" }, "2": { "billing_type": "fixed_date" } },
          "stories": { "77": { } },
          "time_entries": { "90": { } },
          "workspaces": { "10": { } }
        }
        """;

    [Theory]
    [InlineData("""{ "amount_in_cents": 1, "workspace_id": 10 }""", "title")]
    [InlineData("""{ "title": null, "amount_in_cents": 1, "workspace_id": 10 }""", "title")]
    [InlineData("""{ }""", "title,amount_in_cents,workspace_id")]
    [InlineData("""{ "title": 5, "amount_in_cents": 1, "workspace_id": 10 }""", "title")]
    [InlineData("""{ "title": "A title of more than forty characters, which is too long", "amount_in_cents": 1, "workspace_id": 10 }""", "title")]
    [InlineData("""{ "title": "A", "amount_in_cents": "1", "workspace_id": 10 }""", "amount_in_cents")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1.5, "workspace_id": 10 }""", "amount_in_cents")]
    [InlineData("""{ "title": "A", "amount_in_cents": true, "workspace_id": 10 }""", "amount_in_cents")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": "ten" }""", "workspace_id")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 11 }""", "workspace_id")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "story_id": 78 }""", "story_id")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "date_to_invoice": "31.1.2026" }""", "date_to_invoice")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "billing_type": "whenever" }""", "billing_type")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "billing_type": "upon_completion" }""", "story_id")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "external_reference": [] }""", "external_reference")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "external_reference": { "service_name": "ledger", "service_model": "Line", "status": "fine" } }""", "external_reference.service_model_ref,external_reference.status")]
    public async Task A_milestone_with_a_fault_is_refused_and_the_field_named(string milestone, string fields)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.PostAsync("billing_milestones", $$"""{ "billing_milestone": {{milestone}} }""");

        Assert.Equal(422, answer.Status);
        Assert.Equal(fields.Split(','), answer.Fields);
        Assert.All(answer.Errors, error => Assert.StartsWith("validation ", error, StringComparison.Ordinal));
        Assert.Equal(2, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Theory]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": "10" }""")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1.0, "workspace_id": 10, "billing_type": "upon_completion", "story_id": 77 }""")]
    [InlineData("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10, "story_id": null, "unheard_of": 1 }""")]
    public async Task A_milestone_without_a_fault_is_created(string milestone)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Assert.Equal(200, (await caller.PostAsync("billing_milestones", $$"""{ "billing_milestone": {{milestone}} }""")).Status);
    }

    [Theory]
    [InlineData("""{ "payment_schedule": 30, "workspace_id": 10 }""", "time_entry_ids")]
    [InlineData("""{ "payment_schedule": 30, "workspace_id": 10, "time_entry_ids": [] }""", "time_entry_ids")]
    [InlineData("""{ "payment_schedule": 30, "time_entry_ids": [90] }""", "workspace_id,workspace_ids")]
    [InlineData("""{ "payment_schedule": 30, "workspace_id": 10, "time_entry_ids": [90, 4711] }""", "time_entry_ids")]
    [InlineData("""{ "payment_schedule": 30, "workspace_id": 10, "time_entry_ids": ["x"] }""", "time_entry_ids")]
    [InlineData("""{ "payment_schedule": 366, "workspace_id": 10, "time_entry_ids": [90] }""", "payment_schedule")]
    [InlineData("""{ "payment_schedule": 30, "workspace_id": 10, "fixed_fee_items": [ { "notes": "A" }, { "notes": 1 } ] }""", "fixed_fee_items[1].notes")]
    public async Task An_invoice_with_a_fault_is_refused_and_the_field_named(string invoice, string fields)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.PostAsync("invoices", $$"""{ "invoice": {{invoice}} }""");

        Assert.Equal(422, answer.Status);
        Assert.Equal(fields.Split(','), answer.Fields);
    }

    [Theory]
    [InlineData("1", """{ "title": "B" }""", "")]
    [InlineData("1", """{ "story_id": null }""", "story_id")]
    [InlineData("2", """{ "billing_type": "upon_completion" }""", "story_id")]
    [InlineData("2", """{ "billing_type": "upon_completion", "story_id": 77 }""", "")]
    public async Task An_update_is_checked_together_with_what_the_record_holds(string id, string changes, string fields)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.PutAsync("billing_milestones/" + id, $$"""{ "billing_milestone": {{changes}} }""");

        Assert.Equal(fields, answer.Status == 422 ? string.Join(",", answer.Fields) : "");
        Assert.Equal(fields.Length == 0 ? 200 : 422, answer.Status);
    }

    [Theory]
    [InlineData("""{ }""", "billing_milestone")]
    [InlineData("""{ "billing_milestone": 5 }""", "billing_milestone")]
    [InlineData("""[]""", "billing_milestone")]
    [InlineData("""{ "billing_milestones": [] }""", "billing_milestones")]
    [InlineData("""{ "billing_milestones": {} }""", "billing_milestones")]
    [InlineData("""{ "billing_milestones": [ 5 ] }""", "billing_milestones[0]")]
    public async Task A_body_without_its_wrapper_is_refused(string body, string field)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.PostAsync("billing_milestones", body);

        Assert.Equal(422, answer.Status);
        Assert.Equal([field], answer.Fields);
    }

    [Fact]
    public async Task More_than_the_documented_number_is_refused()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        string items = string.Join(",", Enumerable.Repeat("""{ "title": "A", "amount_in_cents": 1, "workspace_id": 10 }""", 101));

        Answer answer = await caller.PostAsync("billing_milestones", $$"""{ "billing_milestones": [ {{items}} ] }""");

        Assert.Equal(422, answer.Status);
        Assert.Equal(["validation billing_milestones billing_milestones may hold 100 at most and holds 101"], answer.Errors);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_a_bad_request()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.PostAsync("billing_milestones", """{ "billing_milestone": """);

        Assert.Equal(400, answer.Status);
        Assert.StartsWith("system - ", answer.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_that_do_not_exist_may_be_named_where_that_is_allowed()
    {
        await using Caller caller = await Caller.StartAsync(Seed, options => options.AllowUnknownReferences = true);

        Answer answer = await caller.PostAsync("billing_milestones", """{ "billing_milestone": { "title": "A", "amount_in_cents": 1, "workspace_id": 4711 } }""");

        Assert.Equal("4711", answer.Single("billing_milestones").GetProperty("workspace_id").GetString());
    }
}
