using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Tests.Api;
using Kantata.Spec.Model;
using Xunit.Abstractions;

namespace Kantata.Emulator.Tests;

/// <summary>The emulator as users start it: with the documents that it brings along.</summary>
public sealed class BundledDocumentsTests(ITestOutputHelper output)
{
    // Fewer are better: who explains one to the emulator lowers this number.
    private const int MostUnknown = 190;

    private const string Seed = """
        {
          "billing_milestones": {
            "1": { "title": "Kick-off", "workspace_id": "10", "date_to_invoice": "2026-01-15", "created_at": "2026-01-05T09:00:00-08:00" },
            "2": { "title": "Launch", "workspace_id": "20", "story_id": "77", "date_to_invoice": "2026-02-15", "created_at": "2026-01-06T09:00:00-08:00" }
          },
          "invoices": {
            "60": { "status": "accepted payment", "draft": false, "user_id": "5", "recipient_id": "6", "workspace_ids": ["10"], "created_at": "2026-01-07T09:00:00-08:00" },
            "61": { "status": "new", "draft": true, "user_id": "5", "workspace_ids": ["20"], "created_at": "2026-01-08T09:00:00-08:00" }
          },
          "time_entries": { "90": { "invoice_id": "60", "user_id": "5", "time_in_minutes": 90 }, "91": { } },
          "stories": { "77": { "title": "Write" } },
          "users": { "5": { "full_name": "Ada" }, "6": { "full_name": "Grace" } },
          "workspaces": { "10": { "title": "Apollo", "status": { "color": "green", "key": 300, "message": "Fine" } }, "20": { "title": "Borealis" } }
        }
        """;

    [Fact]
    public async Task Milestones_are_listed_with_their_story_and_workspace()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.GetAsync("billing_milestones?workspace_ids=10,20&date_between=2026-01-01:2026-12-31&include=story,workspace&order=created_at:desc&per_page=200");

        Assert.Equal(200, answer.Status);
        Assert.Equal(["2", "1"], answer.Results);
        Assert.Equal("Write", answer.Record("stories", "77").GetProperty("title").GetString());
        Assert.Equal("green", answer.Record("workspaces", "10").GetProperty("status").GetProperty("color").GetString());
        Assert.False(answer.Record("billing_milestones", "1").TryGetProperty("invoice_ids", out _));
    }

    [Fact]
    public async Task Milestones_are_created_in_a_batch_changed_and_deleted()
    {
        await using Caller caller = await StartAsync();

        Answer created = await caller.PostAsync(
            "billing_milestones",
            """
            { "billing_milestones": [
              { "title": "A", "amount_in_cents": 1, "workspace_id": 10 },
              { "title": "B", "amount_in_cents": 2, "workspace_id": 10, "external_reference": { "service_name": "ledger", "service_model": "Line", "service_model_ref": "L1" } }
            ] }
            """);
        string[] ids = created.Results;
        Answer referenced = await caller.GetAsync("billing_milestones?external_reference_service_name=ledger&include=external_references");
        Answer updated = await caller.PutAsync("billing_milestones/" + ids[0], """{ "billing_milestone": { "amount_in_cents": 3 } }""");
        Answer deleted = await caller.DeleteAsync("billing_milestones/" + ids[0]);

        Assert.Equal(2, ids.Length);
        Assert.Equal([ids[1]], referenced.Results);
        Assert.Equal("L1", referenced.Json.GetProperty("external_references").EnumerateObject().Single().Value.GetProperty("service_model_ref").GetString());
        Assert.Equal(3, updated.Single("billing_milestones").GetProperty("amount_in_cents").GetInt32());
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task What_the_documents_require_is_required()
    {
        await using Caller caller = await StartAsync();

        Answer milestone = await caller.PostAsync("billing_milestones", """{ "billing_milestone": { "billing_type": "upon_completion" } }""");
        Answer unknown = await caller.PostAsync("billing_milestones", """{ "billing_milestone": { "title": "A", "amount_in_cents": 1, "workspace_id": 4711, "story_id": 4712 } }""");
        Answer empty = await caller.PostAsync("invoices", """{ "invoice": { } }""");

        Assert.Equal(["title", "amount_in_cents", "workspace_id", "story_id"], milestone.Fields);
        Assert.Equal(["workspace_id", "story_id"], unknown.Fields);
        Assert.Equal(["time_entry_ids", "workspace_id", "workspace_ids", "payment_schedule"], empty.Fields);
    }

    [Fact]
    public async Task Invoices_are_listed_with_the_entries_and_people_on_them()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.GetAsync("invoices?paid=true&within_dates=2026-01-01:2026-03-31&include=time_entries,user,recipient,workspaces,fixed_fee_items");

        Assert.Equal(["60"], answer.Results);
        JsonElement invoice = answer.Single("invoices");
        Assert.Equal("""["90"]""", invoice.GetProperty("time_entry_ids").GetRawText());
        Assert.Equal("6", invoice.GetProperty("recipient_id").GetString());
        Assert.Equal(["6", "5"], answer.Ids("users").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(90, answer.Record("time_entries", "90").GetProperty("time_in_minutes").GetInt32());
        Assert.Empty(answer.Ids("fixed_fee_items"));
    }

    [Fact]
    public async Task An_invoice_is_created_cancelled_and_deleted()
    {
        await using Caller caller = await StartAsync();

        Answer created = await caller.PostAsync(
            "invoices?include=fixed_fee_items,time_entries,workspaces",
            """{ "invoice": { "workspace_id": 10, "payment_schedule": 30, "time_entry_ids": [91], "fixed_fee_items": [ { "notes": "Setup", "amount": 12 } ] } }""");
        string id = created.Results.Single();
        Answer cancelled = await caller.PutAsync($"invoices/{id}/cancel");

        Assert.Equal("""["91"]""", created.Single("invoices").GetProperty("time_entry_ids").GetRawText());
        Assert.Equal("""["10"]""", created.Single("invoices").GetProperty("workspace_ids").GetRawText());
        Assert.Equal(1200, created.Json.GetProperty("fixed_fee_items").EnumerateObject().Single().Value.GetProperty("amount_in_cents").GetInt32());
        Assert.Equal("cancelled", cancelled.Single("invoices").GetProperty("status").GetString());
        Assert.Equal(204, (await caller.DeleteAsync("invoices/" + id)).Status);
    }

    [Fact]
    public async Task The_next_invoice_number_is_told()
    {
        await using Caller caller = await StartAsync();

        Assert.Equal("""{"next_invoice_number":"1"}""", (await caller.GetAsync("invoices/next_invoice_number")).Json.GetRawText());
    }

    [Fact]
    public async Task Every_filter_and_order_of_milestones_and_invoices_means_something_and_few_others_mean_nothing()
    {
        await using Caller caller = await StartAsync();
        List<string> known = [];
        List<string> unknown = [];
        foreach (Operation operation in Operations.Where(operation => operation.Method == "GET" && operation.Response.Collection is not null && !operation.Path.Contains('{', StringComparison.Ordinal)))
        {
            IEnumerable<string> queries = operation.Query.Where(parameter => !parameter.IsRequired).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Samples.Text(parameter))}")
                .Concat(operation.Order?.Values.Select(order => "order=" + Uri.EscapeDataString(order)) ?? []);
            string required = string.Concat(operation.Query.Where(parameter => parameter.IsRequired).Select(parameter => $"&{parameter.Name}={Samples.Text(parameter)}"));
            foreach (string query in queries)
            {
                Answer answer = await caller.GetAsync($"{operation.Path.TrimStart('/')}?{query}{required}");
                (answer.Status is 200 or 404 ? known : unknown).Add($"{operation.Key} {query}: {answer.Status}");
                Assert.True(answer.Status is 200 or 404 or 501, $"{operation.Key} {query}: {answer.Status} {answer.Json}");
            }
        }

        output.WriteLine($"{known.Count} filters and orders mean something, {unknown.Count} do not:");
        unknown.ForEach(output.WriteLine);
        Assert.DoesNotContain(unknown, query => query.StartsWith("GET /billing_milestones ", StringComparison.Ordinal) || query.StartsWith("GET /invoices ", StringComparison.Ordinal));
        Assert.True(unknown.Count <= MostUnknown, $"{unknown.Count} filters and orders mean nothing here.");
    }

    [Fact]
    public void Every_rule_is_about_something_that_the_documents_have()
    {
        HashSet<string> operations = [.. Operations.Select(operation => operation.Key)];
        HashSet<string> parameters = [.. Operations.SelectMany(operation => operation.Query.Select(parameter => parameter.Name).SelectMany(name => new[] { name, $"{operation.Key} {name}" }))];
        ApiSchema schema = new(BundledDocuments.Model);
        BehaviourRules rules = BehaviourRules.Bundled;

        Assert.All(rules.Filters.Keys, filter => Assert.Contains(filter, parameters));
        Assert.All(rules.Actions.Keys, action => Assert.Contains(action, operations));
        Assert.All(rules.Sequences, sequence => Assert.Contains(sequence.Operation, operations));
        Assert.All(rules.Sequences, sequence => Assert.NotNull(schema[sequence.Collection].Field(sequence.Field)));
        Assert.All(rules.Keys, key => Assert.NotNull(schema[key.Key].Field(key.Value)));
        Assert.All(rules.Defaults, defaults => Assert.All(defaults.Value.Keys, field => Assert.NotNull(schema[defaults.Key].Field(field))));
    }

    private static IEnumerable<Operation> Operations => BundledDocuments.Model.Resources.SelectMany(resource => resource.Operations);

    private static Task<Caller> StartAsync() => Caller.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });
}
