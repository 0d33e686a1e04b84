using System.Text.Json;
using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class IncludeTests
{
    private const string Seed = """
        {
          "billing_milestones": {
            "1": { "workspace_id": "10", "story_id": "77" },
            "2": { "workspace_id": "10", "story_id": "4711", "invoice_ids": ["60"] },
            "3": { }
          },
          "invoices": {
            "60": { "billing_milestone_ids": ["1"], "recipient_id": "5", "workspace_ids": ["10"] },
            "61": { "time_entry_ids": ["90", "4711"] }
          },
          "time_entries": {
            "90": { },
            "91": { "invoice_id": "60", "user_id": 5 }
          },
          "stories": {
            "77": { "title": "Write", "workspace_id": "10", "sub_story_ids": ["78", "79"] },
            "78": { "title": "Outline", "workspace_id": "10" },
            "79": { "title": "Proof-read", "workspace_id": "10" }
          },
          "users": { "5": { "full_name": "Ada" } },
          "workspaces": { "10": { "title": "Apollo" } },
          "external_references": {
            "30": { "service_name": "ledger", "subject_type": "BillingMilestone", "subject_id": 1 },
            "31": { "service_name": "ledger", "subject_ref": { "key": "invoices", "id": "60" } }
          }
        }
        """;

    [Fact]
    public async Task An_included_association_comes_under_its_collection()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones/1?include=story,workspace");

        Assert.Equal(["count", "billing_milestones", "stories", "workspaces", "results", "meta"], answer.Members);
        Assert.Equal(["77"], answer.Ids("stories"));
        Assert.Equal("Apollo", answer.Record("workspaces", "10").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Included_records_do_not_carry_the_ids_of_their_own_associations()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        JsonElement story = (await caller.GetAsync("billing_milestones/1?include=story")).Record("stories", "77");

        Assert.Equal(["title", "id"], Answer.Names(story));
    }

    [Fact]
    public async Task A_field_that_hangs_on_an_include_comes_with_it_only()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        JsonElement without = (await caller.GetAsync("billing_milestones/2")).Single("billing_milestones");
        Answer with = await caller.GetAsync("billing_milestones/2?include=invoices");

        Assert.False(without.TryGetProperty("invoice_ids", out _));
        Assert.Equal("""["60"]""", with.Single("billing_milestones").GetProperty("invoice_ids").GetRawText());
        Assert.Equal(["60"], with.Ids("invoices"));
    }

    [Fact]
    public async Task An_association_comes_under_the_collection_that_the_documents_say()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("invoices/60?include=recipient");

        Assert.Equal("5", answer.Single("invoices").GetProperty("recipient_id").GetString());
        Assert.Equal("Ada", answer.Record("users", "5").GetProperty("full_name").GetString());
    }

    [Fact]
    public async Task Ids_that_only_the_other_side_holds_are_derived()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer milestone = await caller.GetAsync("billing_milestones/1?include=invoices,external_references");
        Answer invoice = await caller.GetAsync("invoices/60?include=time_entries");
        Answer timeEntry = await caller.GetAsync("time_entries?only=90&include=invoice");

        Assert.Equal("""["60"]""", milestone.Single("billing_milestones").GetProperty("invoice_ids").GetRawText());
        Assert.Equal("60", milestone.Single("billing_milestones").GetProperty("invoice_id").GetString());
        Assert.Equal("""["30"]""", milestone.Single("billing_milestones").GetProperty("external_reference_ids").GetRawText());
        Assert.Equal("""["91"]""", invoice.Single("invoices").GetProperty("time_entry_ids").GetRawText());
        Assert.Equal(["91"], invoice.Ids("time_entries"));
        Assert.Equal("61", timeEntry.Single("time_entries").GetProperty("invoice_id").GetString());
        Assert.Equal(["61"], timeEntry.Ids("invoices"));
    }

    [Fact]
    public async Task Stored_ids_win_over_the_other_side_and_dangling_ones_stay_ids()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer invoice = await caller.GetAsync("invoices/61?include=time_entries");
        Answer milestone = await caller.GetAsync("billing_milestones/2?include=story");

        Assert.Equal("""["90","4711"]""", invoice.Single("invoices").GetProperty("time_entry_ids").GetRawText());
        Assert.Equal(["90"], invoice.Ids("time_entries"));
        Assert.Equal("4711", milestone.Single("billing_milestones").GetProperty("story_id").GetString());
        Assert.Empty(milestone.Ids("stories"));
    }

    [Fact]
    public async Task Where_there_is_nothing_the_ids_are_null_or_empty_and_the_collection_is_there()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones/3?include=story,invoices");

        Assert.Equal(JsonValueKind.Null, answer.Single("billing_milestones").GetProperty("story_id").ValueKind);
        Assert.Equal("[]", answer.Single("billing_milestones").GetProperty("invoice_ids").GetRawText());
        Assert.Empty(answer.Ids("stories"));
        Assert.Empty(answer.Ids("invoices"));
    }

    [Fact]
    public async Task A_record_that_was_asked_for_is_not_repeated_when_it_is_included_too()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("stories?only=77,78&include=sub_stories,workspace");

        Assert.Equal(["77", "78"], answer.Results);
        Assert.Equal(["77", "78", "79"], answer.Ids("stories"));
        Assert.Equal(["sub_story_ids", "title", "workspace_id", "id"], Answer.Names(answer.Record("stories", "78")));
        Assert.Equal(["title", "id"], Answer.Names(answer.Record("stories", "79")));
    }

    [Fact]
    public async Task A_polymorphic_association_comes_under_the_collection_that_its_reference_names()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("external_references?include=subject");

        Assert.Equal("""{"key":"billing_milestones","id":"1"}""", answer.Record("external_references", "30").GetProperty("subject_ref").GetRawText());
        Assert.Equal("Invoice", answer.Record("external_references", "31").GetProperty("subject_type").GetString());
        Assert.Equal(60, answer.Record("external_references", "31").GetProperty("subject_id").GetInt32());
        Assert.Equal(["1"], answer.Ids("billing_milestones"));
        Assert.Equal(["60"], answer.Ids("invoices"));
    }

    [Fact]
    public async Task An_unknown_include_is_ignored()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer answer = await caller.GetAsync("billing_milestones/1?include=recipient,unheard_of,story");

        Assert.Equal(["count", "billing_milestones", "stories", "results", "meta"], answer.Members);
    }

    [Fact]
    public async Task Creating_and_updating_include_too()
    {
        await using Caller caller = await Caller.StartAsync(Seed);

        Answer created = await caller.PostAsync("billing_milestones?include=workspace", """{ "billing_milestone": { "title": "A", "amount_in_cents": 1, "workspace_id": 10 } }""");
        Answer updated = await caller.PutAsync("billing_milestones/1?include=story", """{ "billing_milestone": { "story_id": 78 } }""");

        Assert.Equal(["10"], created.Ids("workspaces"));
        Assert.Equal(["78"], updated.Ids("stories"));
    }
}
