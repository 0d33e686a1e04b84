using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class FilterTests
{
    private const string Milestones = """
        {
          "billing_milestones": [
            { "id": 1, "workspace_id": "10", "story_id": "77", "date_to_invoice": "2026-01-31" },
            { "id": 2, "workspace_id": "20", "story_id": "78", "date_to_invoice": "2026-02-01" },
            { "id": 3, "workspace_id": 10, "date_to_invoice": "2026-02-28" },
            { "id": 4, "workspace_id": "30" }
          ],
          "external_references": [
            { "id": 5, "service_name": "ledger", "service_model_ref": "7", "status": "failed", "subject_type": "BillingMilestone", "subject_id": 1 },
            { "id": 6, "service_name": "tickets", "service_model_ref": "8", "status": "successful", "subject_type": "BillingMilestone", "subject_id": "1" },
            { "id": 7, "service_name": "ledger", "service_model_ref": "9", "status": "successful", "subject_ref": { "key": "billing_milestones", "id": "2" } },
            { "id": 8, "service_name": "ledger", "status": "failed", "subject_type": "Invoice", "subject_id": 3 }
          ]
        }
        """;

    private const string Invoices = """
        {
          "invoices": [
            { "id": 1, "draft": false, "status": "new", "user_invoice_number": 1001, "created_at": "2026-01-10T08:00:00-08:00", "workspace_ids": ["10", "20"] },
            { "id": 2, "draft": false, "status": "accepted payment", "user_invoice_number": 1002, "created_at": "2026-01-31T23:30:00-08:00", "workspace_ids": ["20"] },
            { "id": 3, "draft": true, "status": "new", "user_invoice_number": 1003, "created_at": "2026-02-01T00:00:00+00:00", "workspace_ids": [] },
            { "id": 4, "status": "cancelled", "user_invoice_number": null, "created_at": "2026-03-01T12:00:00+00:00" }
          ],
          "time_entries": [
            { "id": 50, "billable": true, "date_performed": "2026-01-01", "invoice_id": "1" },
            { "id": 51, "billable": false, "date_performed": "2026-01-02" },
            { "id": 52, "date_performed": "2026-01-03" }
          ]
        }
        """;

    [Theory]
    [InlineData("workspace_ids=10", "1,3")]
    [InlineData("workspace_ids=10,30", "1,3,4")]
    [InlineData("workspace_ids[]=10&workspace_ids[]=20", "1,2,3")]
    [InlineData("story_ids=77", "1")]
    [InlineData("story_ids=77&workspace_ids=20", "")]
    [InlineData("date_between=2026-01-31:2026-02-01", "1,2")]
    [InlineData("date_between=2026-02-01:", "2,3")]
    [InlineData("date_between=;2026-02-01", "1,2")]
    [InlineData("has_external_references=true", "1,2")]
    [InlineData("has_external_references=false", "3,4")]
    [InlineData("external_reference_service_name=ledger", "1,2")]
    [InlineData("external_reference_service_name=Ledger", "")]
    [InlineData("external_reference_status=fail", "1")]
    [InlineData("external_reference_service_name=ledger&external_reference_status=successful", "2")]
    [InlineData("external_reference_service_model_refs=8,9", "1,2")]
    [InlineData("without_external_reference_service_name=tickets", "2,3,4")]
    [InlineData("without_external_reference_service_name=ledger", "3,4")]
    [InlineData("title=", "")]
    public async Task Milestones_are_filtered(string query, string ids)
    {
        await using Caller caller = await Caller.StartAsync(Milestones);

        Answer answer = await caller.GetAsync($"billing_milestones?order=created_at:asc&{query}");

        Assert.Equal(200, answer.Status);
        Assert.Equal(ids.Split(',', StringSplitOptions.RemoveEmptyEntries), answer.Results);
    }

    [Theory]
    [InlineData("paid=true", "2")]
    [InlineData("paid=false", "1,2,3,4")]
    [InlineData("pending=true", "1,4")]
    [InlineData("without_drafts=true", "1,2,4")]
    [InlineData("user_invoice_number=1001,1003", "1,3")]
    [InlineData("within_dates=2026-01-01:2026-01-31", "1,2")]
    [InlineData("created_after=2026-02-01T07:30:00Z", "4")]
    [InlineData("created_after=2026-02-01T07:29:59%2B00:00", "2,4")]
    [InlineData("created_before=2026-02-01", "1")]
    [InlineData("created_after=2026-01-10&created_before=2026-02-01T00:00:01Z", "1,3")]
    [InlineData("workspace_id=20", "1,2")]
    public async Task Invoices_are_filtered(string query, string ids)
    {
        await using Caller caller = await Caller.StartAsync(Invoices);

        Assert.Equal(ids.Split(','), (await caller.GetAsync("invoices?" + query)).Results);
    }

    [Theory]
    [InlineData("billable=true", "50")]
    [InlineData("billable=false", "51,52")]
    [InlineData("date_performed_between=2026-01-02:2026-01-03", "51,52")]
    [InlineData("invoice_id=1", "50")]
    public async Task Time_entries_are_filtered(string query, string ids)
    {
        await using Caller caller = await Caller.StartAsync(Invoices);

        Assert.Equal(ids.Split(','), (await caller.GetAsync("time_entries?" + query)).Results);
    }

    [Theory]
    [InlineData("fuzziness=3", "fuzziness")]
    [InlineData("no_document_has_this=3", "no_document_has_this")]
    public async Task A_filter_that_means_nothing_is_answered_with_501_and_its_name(string query, string name)
    {
        await using Caller caller = await Caller.StartAsync(Milestones);

        Answer answer = await caller.GetAsync("billing_milestones?" + query);

        Assert.Equal(501, answer.Status);
        Assert.StartsWith("system - ", answer.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains(name, answer.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_means_nothing_has_no_effect_where_that_is_allowed()
    {
        await using Caller caller = await Caller.StartAsync(Milestones, options => options.AllowUnknownFilters = true);

        Assert.Equal(4, (await caller.GetAsync("billing_milestones?fuzziness=3")).Count);
    }

    [Theory]
    [InlineData("billing_milestones?has_external_references=maybe", "has_external_references")]
    [InlineData("billing_milestones?date_between=2026-01-01", "date_between")]
    [InlineData("billing_milestones?date_between=2026-01-01:yesterday", "date_between")]
    [InlineData("billing_milestones?external_reference_status=failed", "external_reference_status")]
    [InlineData("billing_milestones?external_reference_service_model_refs=1,2,3,4", "external_reference_service_model_refs")]
    [InlineData("invoices?created_after=yesterday", "created_after")]
    public async Task A_value_that_a_filter_does_not_take_is_a_validation_error(string path, string name)
    {
        await using Caller caller = await Caller.StartAsync();

        Answer answer = await caller.GetAsync(path);

        Assert.Equal(422, answer.Status);
        Assert.Equal([name], answer.Fields);
    }
}
