using System.Text.Json;
using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class ChangeTests
{
    private const string Seed = """
        {
          "billing_milestones": { "1": { "title": "Launch", "amount_in_cents": 100, "workspace_id": "10", "date_to_invoice": "2026-01-31" } },
          "invoices": { "60": { "status": "new" } },
          "stories": { "77": { "title": "Write" } },
          "time_entries": { "90": { }, "91": { }, "92": { } },
          "workspaces": { "10": { "title": "Apollo" }, "20": { "title": "Borealis" } }
        }
        """;

    [Fact]
    public async Task A_created_record_can_be_read_listed_and_deleted()
    {
        ManualTime time = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.FromHours(-8)));
        await using Caller caller = await Caller.StartAsync(Seed, options => options.TimeProvider = time);

        Answer created = await caller.PostAsync(
            "billing_milestones",
            """{ "billing_milestone": { "title": "Kick-off", "amount_in_cents": -5, "workspace_id": 10, "billing_type": "upon_completion", "story_id": 77 } }""");

        Assert.Equal(200, created.Status);
        Assert.Equal((1, 1, 1, 20), created.Meta);
        JsonElement milestone = created.Single("billing_milestones");
        Assert.Equal("93", milestone.GetProperty("id").GetString());
        Assert.Equal("Kick-off", milestone.GetProperty("title").GetString());
        Assert.Equal(-5, milestone.GetProperty("amount_in_cents").GetInt32());
        Assert.Equal("10", milestone.GetProperty("workspace_id").GetString());
        Assert.Equal("77", milestone.GetProperty("story_id").GetString());
        Assert.Equal("upon_completion", milestone.GetProperty("billing_type").GetString());
        Assert.Equal("USD", milestone.GetProperty("currency").GetString());
        Assert.Equal("2026-05-04T03:02:01-08:00", milestone.GetProperty("created_at").GetString());
        Assert.Equal("2026-05-04T03:02:01-08:00", milestone.GetProperty("updated_at").GetString());
        Assert.Equal(JsonValueKind.Null, milestone.GetProperty("date_to_invoice").ValueKind);

        Assert.Equal(milestone.GetRawText(), (await caller.GetAsync("billing_milestones/93")).Single("billing_milestones").GetRawText());
        Assert.Equal(2, (await caller.GetAsync("billing_milestones")).Count);

        Answer deleted = await caller.DeleteAsync("billing_milestones/93");
        Assert.Equal(204, deleted.Status);
        Assert.Equal(JsonValueKind.Undefined, deleted.Json.ValueKind);
        Assert.Equal(404, (await caller.GetAsync("billing_milestones/93")).Status);
        Assert.Equal(404, (await caller.DeleteAsync("billing_milestones/93")).Status);
    }

    [Fact]
    public async Task Many_are_created_in_the_order_in_which_they_were_sent()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        string items = string.Join(",", Enumerable.Range(1, 100).Select(number => $$"""{ "title": "No. {{number}}", "amount_in_cents": {{number}}, "workspace_id": 10 }"""));

        Answer created = await caller.PostAsync("billing_milestones", $$"""{ "billing_milestones": [ {{items}} ] }""");

        Assert.Equal(200, created.Status);
        Assert.Equal(100, created.Count);
        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"No. {number}"),
            created.Results.Select(id => created.Record("billing_milestones", id).GetProperty("title").GetString()));
        Assert.Equal(101, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Fact]
    public async Task One_wrong_item_keeps_all_of_them_from_being_created()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.PostAsync(
            "billing_milestones",
            """{ "billing_milestones": [ { "title": "A", "amount_in_cents": 1, "workspace_id": 10 }, { "title": "B", "workspace_id": 4711 } ] }""");

        Assert.Equal(422, answer.Status);
        Assert.Equal(["billing_milestones[1].amount_in_cents", "billing_milestones[1].workspace_id"], answer.Fields);
        Assert.Equal(1, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_keeps_the_rest()
    {
        ManualTime time = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));
        await using Caller caller = await Caller.StartAsync(Seed, options => options.TimeProvider = time);

        Answer updated = await caller.PutAsync("billing_milestones/1", """{ "billing_milestone": { "title": "Sign-off", "date_to_invoice": null } }""");

        JsonElement milestone = updated.Single("billing_milestones");
        Assert.Equal("Sign-off", milestone.GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, milestone.GetProperty("date_to_invoice").ValueKind);
        Assert.Equal(100, milestone.GetProperty("amount_in_cents").GetInt32());
        Assert.Equal("2026-05-04T03:02:01+00:00", milestone.GetProperty("updated_at").GetString());
        Assert.Equal(404, (await caller.PutAsync("billing_milestones/2", """{ "billing_milestone": { "title": "Sign-off" } }""")).Status);
    }

    [Fact]
    public async Task An_action_does_what_its_rule_says()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer cancelled = await caller.PutAsync("invoices/60/cancel");

        Assert.Equal(200, cancelled.Status);
        Assert.Equal("cancelled", cancelled.Single("invoices").GetProperty("status").GetString());
        Assert.Equal("cancelled", (await caller.GetAsync("invoices/60")).Single("invoices").GetProperty("status").GetString());
        Assert.Equal(404, (await caller.PutAsync("invoices/61/cancel")).Status);
    }

    [Fact]
    public async Task An_action_without_a_rule_touches_the_record()
    {
        ManualTime time = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));
        await using Caller caller = await Caller.StartAsync(Seed, options => options.TimeProvider = time);

        Answer answer = await caller.PutAsync("invoices/60/frobnicate");

        Assert.Equal("new", answer.Single("invoices").GetProperty("status").GetString());
        Assert.Equal("2026-05-04T03:02:01+00:00", answer.Single("invoices").GetProperty("updated_at").GetString());
        Assert.Equal(404, (await caller.PutAsync("invoices/4711/frobnicate")).Status);
    }

    [Fact]
    public async Task An_operation_of_another_shape_answers_a_document_of_the_published_form()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("invoices/statistics");

        Assert.Equal("""{"total":1,"since":"2026-01-31","states":["new"],"open":true,"largest":{"id":1}}""", answer.Json.GetRawText());
    }

    [Fact]
    public async Task Numbers_that_the_server_counts_go_on_from_the_greatest()
    {
        await using Caller caller = await Caller.StartAsync("""{ "invoices": [ { "id": 1, "user_invoice_number": 1041 }, { "id": 2 } ] }""", options => options.AllowUnknownReferences = true);

        Answer next = await caller.GetAsync("invoices/next_invoice_number");
        Answer created = await caller.PostAsync("invoices", """{ "invoice": { "workspace_id": 10, "time_entry_ids": [90], "payment_schedule": 30 } }""");

        Assert.Equal("""{"next_invoice_number":"1042"}""", next.Json.GetRawText());
        Assert.Equal(1042, created.Single("invoices").GetProperty("user_invoice_number").GetInt32());
        Assert.Equal("""{"next_invoice_number":"1043"}""", (await caller.GetAsync("invoices/next_invoice_number")).Json.GetRawText());
    }

    [Fact]
    public async Task One_id_is_stored_where_records_hold_several_and_what_records_do_not_have_is_not_stored()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer created = await caller.PostAsync(
            "invoices?include=workspaces,time_entries",
            """{ "invoice": { "workspace_id": 10, "time_entry_ids": [90, 91], "payment_schedule": 30, "suppress_emails": true } }""");

        JsonElement invoice = created.Single("invoices");
        Assert.Equal("""["10"]""", invoice.GetProperty("workspace_ids").GetRawText());
        Assert.Equal("""["90","91"]""", invoice.GetProperty("time_entry_ids").GetRawText());
        Assert.Equal("new", invoice.GetProperty("status").GetString());
        Assert.False(invoice.TryGetProperty("suppress_emails", out _));
        Assert.Equal("93", (await caller.GetAsync("time_entries?only=91&include=invoice")).Single("time_entries").GetProperty("invoice_id").GetString());
    }

    [Fact]
    public async Task Records_inside_a_request_become_records_of_their_own()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer created = await caller.PostAsync(
            "invoices?include=fixed_fee_items",
            """{ "invoice": { "workspace_ids": [10, 20], "payment_schedule": 30, "fixed_fee_items": [ { "notes": "Setup", "amount": 12, "workspace_id": 20 }, { "notes": "Training" } ] } }""");

        Assert.Equal("""["94","95"]""", created.Single("invoices").GetProperty("fixed_fee_item_ids").GetRawText());
        JsonElement item = created.Record("fixed_fee_items", "94");
        Assert.Equal("Setup", item.GetProperty("notes").GetString());
        Assert.Equal(1200, item.GetProperty("amount_in_cents").GetInt32());
        Assert.Equal(20, item.GetProperty("workspace_id").GetInt32());
    }

    [Fact]
    public async Task An_external_reference_is_added_or_replaced_by_its_service()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        static string Body(string service, string reference) =>
            $$"""{ "billing_milestone": { "external_reference": { "service_name": "{{service}}", "service_model": "Line", "service_model_ref": "{{reference}}" } } }""";

        await caller.PutAsync("billing_milestones/1", Body("ledger", "a"));
        await caller.PutAsync("billing_milestones/1", Body("tickets", "b"));
        Answer answer = await caller.PutAsync("billing_milestones/1?include=external_references", Body("ledger", "c"));

        Assert.Equal("""["93","94"]""", answer.Single("billing_milestones").GetProperty("external_reference_ids").GetRawText());
        JsonElement reference = answer.Record("external_references", "93");
        Assert.Equal("c", reference.GetProperty("service_model_ref").GetString());
        Assert.Equal("BillingMilestone", reference.GetProperty("subject_type").GetString());
        Assert.Equal(1, reference.GetProperty("subject_id").GetInt32());
        Assert.Equal(["1"], (await caller.GetAsync("billing_milestones?external_reference_service_name=tickets")).Results);
    }

    [Theory]
    [InlineData("time_entries?ids=90,92", null)]
    [InlineData("time_entries", """{ "ids": [90, "92"] }""")]
    [InlineData("time_entries", """{ "ids": "90,92" }""")]
    public async Task Several_are_deleted_by_ids_in_the_query_or_in_the_body(string path, string? body)
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Assert.Equal(204, (await caller.DeleteAsync(path, body)).Status);
        Assert.Equal(["91"], (await caller.GetAsync("time_entries")).Results);
    }

    [Fact]
    public async Task One_missing_id_keeps_all_of_them_from_being_deleted()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Assert.Equal(404, (await caller.DeleteAsync("time_entries?ids=90,4711")).Status);
        Assert.Equal(422, (await caller.DeleteAsync("time_entries")).Status);
        Assert.Equal(3, (await caller.GetAsync("time_entries")).Count);
    }

    [Fact]
    public async Task Requests_at_the_same_time_lose_nothing()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => number % 4 == 3
            ? caller.GetAsync("billing_milestones?per_page=200&include=workspace")
            : caller.PostAsync("billing_milestones", $$"""{ "billing_milestone": { "title": "No. {{number}}", "amount_in_cents": {{number}}, "workspace_id": 10 } }""")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(151, (await caller.GetAsync("billing_milestones")).Count);
        Assert.Equal(150, answers.Where((_, number) => number % 4 != 3).Select(answer => answer.Results.Single()).Distinct().Count());
        Assert.Equal(201, caller.Server.Requests.Count);
    }
}
