using System.Text.Json;
using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

/// <summary>The operations of the bundled documents that are no plain list, read, create, update or delete.</summary>
public sealed class ActionTests
{
    private const string Seed = """
        {
          "access_group_memberships": { "3": { } },
          "account_memberships": { "4": { "can_log_in": true, "user_id": "6" } },
          "expense_report_submissions": { "30": { "status": "pending" } },
          "expenses": { "50": { }, "51": { }, "52": { } },
          "external_references": { "70": { "service_name": "ledger", "service_model": "Line", "service_model_ref": "a", "subject_type": "Workspace", "subject_id": 10 } },
          "rate_card_set_versions": { "80": { "active": false } },
          "roles": { "90": { "name": "Designer" } },
          "timesheet_submissions": { "20": { "status": "pending" }, "21": { "status": "pending" }, "22": { "status": "pending" } },
          "users": { "6": { "full_name": "Grace" }, "5": { "full_name": "Ada" } },
          "workspace_allocations": { "40": { "start_date": "2026-01-01", "end_date": "2026-01-31", "minutes": 600 } },
          "workspace_task_status_sets": { "60": { "workspace_id": "10", "task_status_set_id": "1" } },
          "workspaces": { "10": { "title": "Apollo", "require_time_approvals": false }, "11": { "title": "Borealis" } }
        }
        """;

    [Theory]
    [InlineData("approve", "approved", "approval")]
    [InlineData("reject", "rejected", "rejection")]
    [InlineData("cancel", "cancelled", "cancellation")]
    public async Task A_submission_is_decided_on_and_keeps_what_was_said(string action, string status, string resolution)
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.PutAsync($"expense_report_submissions/30/{action}?include=resolutions", """{ "resolution": { "description": "Noted." } }""");

        Assert.Equal(status, answer.Single("expense_report_submissions").GetProperty("status").GetString());
        Assert.Equal("Noted.", answer.Single("expense_report_submissions").GetProperty("resolution_description").GetString());
        JsonElement made = answer.Json.GetProperty("resolutions").EnumerateObject().Single().Value;
        Assert.Equal(resolution, made.GetProperty("type").GetString());
        Assert.Equal("Noted.", made.GetProperty("description").GetString());
        Assert.Equal(30, made.GetProperty("target_id").GetInt32());
    }

    [Fact]
    public async Task A_decision_needs_no_words()
    {
        await using Caller caller = await StartAsync();

        Assert.Equal("approved", (await caller.PutAsync("timesheet_submissions/20/approve")).Single("timesheet_submissions").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Several_submissions_are_approved_together_or_not_at_all()
    {
        await using Caller caller = await StartAsync();

        Answer missing = await caller.PostAsync("timesheet_approvals", """{ "resolution": { "submission_ids": [20, 4711] } }""");
        Answer approved = await caller.PostAsync("timesheet_approvals", """{ "resolution": { "description": "Fine.", "submission_ids": [20, 21] } }""");

        Assert.Equal(404, missing.Status);
        JsonElement[] resolutions = [.. approved.Json.GetProperty("resolutions").EnumerateArray()];
        Assert.Equal([20, 21], resolutions.Select(resolution => resolution.GetProperty("target_id").GetInt32()));
        Assert.All(resolutions, resolution => Assert.Equal("Fine.", resolution.GetProperty("description").GetString()));
        Assert.All(resolutions, resolution => Assert.Equal("approval", resolution.GetProperty("type").GetString()));
        Assert.Equal(["20", "21"], (await caller.GetAsync("timesheet_submissions?status=approved")).Results.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_membership_is_disabled_and_enabled()
    {
        ManualTime time = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));
        await using Caller caller = await StartAsync(options => options.TimeProvider = time);

        JsonElement disabled = (await caller.PutAsync("account_memberships/4/disable?optional_fields=disabled_at,can_log_in")).Single("account_memberships");
        JsonElement enabled = (await caller.PutAsync("account_memberships/4/enable?optional_fields=disabled_at,can_log_in")).Single("account_memberships");

        Assert.Equal("2026-05-04T03:02:01+00:00", disabled.GetProperty("disabled_at").GetString());
        Assert.False(disabled.GetProperty("can_log_in").GetBoolean());
        Assert.Equal(JsonValueKind.Null, enabled.GetProperty("disabled_at").ValueKind);
        Assert.True(enabled.GetProperty("can_log_in").GetBoolean());
    }

    [Fact]
    public async Task A_switch_is_set_to_what_the_request_says()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.PutAsync("workspaces/10/toggle_time_approvals", """{ "workspace": { "enable": true } }""");

        Assert.True(answer.Single("workspaces").GetProperty("require_time_approvals").GetBoolean());
    }

    [Fact]
    public async Task An_action_that_answers_no_record_changes_it_all_the_same()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.PutAsync("rate_card_set_versions/80/publish");

        Assert.Equal("""{"activated":true}""", answer.Json.GetRawText());
        Assert.True((await caller.GetAsync("rate_card_set_versions/80")).Single("rate_card_set_versions").GetProperty("active").GetBoolean());
        Assert.Equal(404, (await caller.PutAsync("rate_card_set_versions/81/publish")).Status);
    }

    [Fact]
    public async Task An_allocation_is_split_at_a_day()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.PutAsync("workspace_allocations/split?workspace_allocation_id=40&split_date=2026-01-15");
        Answer missing = await caller.PutAsync("workspace_allocations/split?workspace_allocation_id=40");

        Assert.Equal(["40"], answer.Results);
        Answer list = await caller.GetAsync("workspace_allocations");
        JsonElement[] halves = [.. list.Results.Order(StringComparer.Ordinal).Select(id => list.Record("workspace_allocations", id))];
        Assert.Equal(["2026-01-01", "2026-01-15"], halves.Select(half => half.GetProperty("start_date").GetString()));
        Assert.Equal(["2026-01-14", "2026-01-31"], halves.Select(half => half.GetProperty("end_date").GetString()));
        Assert.Equal(["split_date"], missing.Fields);
    }

    [Fact]
    public async Task Your_own_user_is_the_first_one()
    {
        await using Caller caller = await StartAsync();

        Assert.Equal(["5"], (await caller.GetAsync("users/me")).Results);
    }

    [Fact]
    public async Task What_is_sent_as_an_array_changes_what_it_finds_and_makes_the_rest()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.PutAsync(
            "workspace_task_status_sets/bulk_update",
            """{ "workspace_task_status_sets": [ { "workspace_id": 10, "status_set_id": 2 }, { "workspace_id": 11, "status_set_id": 2 } ] }""");
        Answer incomplete = await caller.PutAsync("workspace_task_status_sets/bulk_update", """{ "workspace_task_status_sets": [ { "workspace_id": 10 } ] }""");
        Answer empty = await caller.PutAsync("workspace_task_status_sets/bulk_update", "{ }");

        Assert.Equal(2, answer.Results.Length);
        Assert.Equal("60", answer.Results[0]);
        Assert.Equal(["workspace_task_status_sets[0].status_set_id"], incomplete.Fields);
        Assert.Equal(["workspace_task_status_sets"], empty.Fields);
    }

    [Fact]
    public async Task A_reference_is_made_or_changed()
    {
        await using Caller caller = await StartAsync();
        static string Body(int subject, string reference) =>
            $$"""{ "external_reference": { "subject_type": "Workspace", "subject_id": {{subject}}, "service_name": "ledger", "service_model": "Line", "service_model_ref": "{{reference}}" } }""";

        Answer changed = await caller.PostAsync("external_references/create_or_update", Body(10, "b"));
        Answer made = await caller.PostAsync("external_references/create_or_update?include=subject", Body(11, "c"));

        Assert.Equal(["70"], changed.Results);
        Assert.Equal("b", changed.Single("external_references").GetProperty("service_model_ref").GetString());
        Assert.NotEqual(["70"], made.Results);
        Assert.Equal("""{"key":"workspaces","id":"11"}""", made.Single("external_references").GetProperty("subject_ref").GetRawText());
        Assert.Equal("Borealis", made.Record("workspaces", "11").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Values_in_the_query_are_those_of_a_record()
    {
        await using Caller caller = await StartAsync();

        Answer created = await caller.PostAsync("foreign_exchange/exchange_tables?name=Spot&account_default=true", "");
        string id = created.Results.Single();
        Answer updated = await caller.PutAsync($"foreign_exchange/exchange_tables/{id}?name=Forward");
        Answer nameless = await caller.PostAsync("foreign_exchange/exchange_tables", "");

        Assert.Equal("Spot", created.Single("exchange_tables").GetProperty("name").GetString());
        Assert.True(created.Single("exchange_tables").GetProperty("account_default").GetBoolean());
        Assert.Equal("Forward", updated.Single("exchange_tables").GetProperty("name").GetString());
        Assert.True(updated.Single("exchange_tables").GetProperty("account_default").GetBoolean());
        Assert.Equal(["name"], nameless.Fields);
    }

    [Fact]
    public async Task The_row_of_a_table_has_the_ids_of_its_version_and_role()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.PutAsync("rate_card_set_versions/80/rate_card_table_rows/90", """{ "rate_card_table_row": { "rates": [ { "currency": "USD", "rate": 100 } ] } }""");

        Assert.Equal(["80:90"], answer.Results);
        Assert.Equal(["80:90"], (await caller.GetAsync("rate_card_set_versions/80/rate_card_table_rows")).Results);
        Assert.Equal(404, (await caller.GetAsync("rate_card_set_versions/81/rate_card_table_rows")).Status);
        Assert.Equal(204, (await caller.DeleteAsync("rate_card_set_versions/80/rate_card_table_rows/90")).Status);
        Assert.Empty((await caller.GetAsync("rate_card_set_versions/80/rate_card_table_rows")).Results);
    }

    [Fact]
    public async Task A_delete_answers_in_its_published_form()
    {
        await using Caller caller = await StartAsync();

        Answer several = await caller.DeleteAsync("expenses?ids=50,51");
        Answer one = await caller.DeleteAsync("access_group_memberships/3");

        Assert.Equal("""{"deleted":[50,51]}""", several.Json.GetRawText());
        Assert.Equal(JsonValueKind.String, one.Json.GetProperty("success").ValueKind);
        Assert.Equal(["52"], (await caller.GetAsync("expenses")).Results);
    }

    [Fact]
    public async Task A_field_that_is_published_as_a_number_keeps_its_words()
    {
        await using Caller caller = await StartAsync();

        Answer story = await caller.PostAsync("stories", """{ "story": { "title": "Write", "workspace_id": 10, "story_type": "task", "priority": "high" } }""");

        Assert.Equal("high", story.Single("stories").GetProperty("priority").GetString());
    }

    [Fact]
    public async Task A_made_up_document_repeats_what_the_request_says_and_is_about_a_record_that_exists()
    {
        await using Caller caller = await StartAsync();

        Answer capacity = await caller.GetAsync("users/5/capacity?start_date=2026-03-01&end_date=2026-03-31");

        Assert.Equal("""{"start_date":"2026-03-01","end_date":"2026-03-31","hours":{"2026-01-31":1}}""", capacity.Json.GetRawText());
        Assert.Equal(["start_date"], (await caller.GetAsync("users/5/capacity?end_date=2026-03-31")).Fields);
        Assert.Equal(404, (await caller.GetAsync("users/4711/capacity?start_date=2026-03-01&end_date=2026-03-31")).Status);
    }

    [Fact]
    public async Task Where_nothing_is_published_an_empty_object_is_answered()
    {
        await using Caller caller = await StartAsync();

        Answer answer = await caller.GetAsync("story_follows");

        Assert.Equal(200, answer.Status);
        Assert.Equal("{}", answer.Json.GetRawText());
    }

    private static Task<Caller> StartAsync(Action<KantataEmulatorOptions>? configure = null)
    {
        KantataEmulatorOptions options = new() { SeedJson = Seed };
        configure?.Invoke(options);
        return Caller.StartAsync(options);
    }
}
