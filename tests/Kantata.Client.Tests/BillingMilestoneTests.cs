using System.Text.Json;
using Xunit;

namespace Kantata.Client.Tests;

public sealed class BillingMilestoneTests : EmulatedApi
{
    [Fact]
    public async Task A_list_is_filtered_ordered_and_brings_what_was_included()
    {
        List<string> lines = [];
        await foreach (BillingMilestone milestone in Kantata.BillingMilestones.List()
            .WorkspaceIds(10, 20)
            .DateBetween(new(2026, 1, 1), new(2026, 12, 31))
            .IncludeStory().IncludeWorkspace()
            .OrderByCreatedAtDescending())
        {
            lines.Add($"{milestone.Workspace?.Title}: {milestone.Title} ({milestone.Story?.Title})");
        }

        Assert.Equal(["Night Market: Stalls (Survey)", "Harbour Bridge: Piers (Sign-off)", "Harbour Bridge: Kick-off ()"], lines);
    }

    [Fact]
    public async Task Nothing_is_sent_before_a_list_is_enumerated()
    {
        BillingMilestonesListQuery query = Kantata.BillingMilestones.List().WorkspaceIds(10);

        Assert.Empty(Server.Requests);
        await query.GetPageAsync(1);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_query_can_be_shared_because_it_does_not_change()
    {
        BillingMilestonesListQuery all = Kantata.BillingMilestones.List();
        BillingMilestonesListQuery bridge = all.WorkspaceIds(10);

        Assert.Equal(4, (await all.GetPageAsync(1)).TotalCount);
        Assert.Equal(2, (await bridge.GetPageAsync(1)).TotalCount);
        Assert.Equal(1, (await bridge.WorkspaceIds(20).GetPageAsync(1)).TotalCount);
    }

    [Fact]
    public async Task A_page_knows_its_number_its_size_and_how_many_there_are()
    {
        Page<BillingMilestone> page = await Kantata.BillingMilestones.List().OrderByCreatedAt().GetPageAsync(2, pageSize: 3);

        Assert.Equal("Wheel", Assert.Single(page).Title);
        Assert.Equal(4, page.TotalCount);
        Assert.Equal(2, page.PageNumber);
        Assert.Equal(3, page.PageSize);
        Assert.Equal(2, page.PageCount);
    }

    [Fact]
    public async Task One_is_read_with_what_was_included()
    {
        BillingMilestone milestone = await Kantata.BillingMilestones.GetAsync(1, query => query.IncludeInvoices());

        Assert.Equal(100_000, milestone.AmountInCents);
        Assert.Equal(new DateOnly(2026, 1, 15), milestone.DateToInvoice);
        Assert.Equal(BillingType.FixedDate, milestone.BillingType);
        Assert.Equal("Invoice #1", Assert.Single(milestone.Invoices).Title);
    }

    [Fact]
    public async Task An_association_that_was_not_included_says_what_to_add()
    {
        BillingMilestone milestone = await Kantata.BillingMilestones.GetAsync(2);

        AssociationNotIncludedException fault = Assert.Throws<AssociationNotIncludedException>(() => milestone.Story);
        Assert.Contains("IncludeStory()", fault.Message, StringComparison.Ordinal);
        Assert.Equal(77, milestone.StoryId);
    }

    [Fact]
    public async Task A_value_that_no_document_names_survives_a_round_trip()
    {
        BillingMilestone milestone = await Kantata.BillingMilestones.GetAsync(4);

        Assert.Equal("on_the_moon", milestone.BillingType?.Value);
    }

    [Fact]
    public async Task What_is_created_comes_back_with_its_id()
    {
        BillingMilestone created = await Kantata.BillingMilestones.CreateAsync(
            new() { Title = "Design", AmountInCents = 1_250_000, WorkspaceId = 10, BillingType = BillingType.UponCompletion, StoryId = 77 },
            query => query.IncludeStory());

        Assert.Equal("Design", created.Title);
        Assert.Equal("Sign-off", created.Story?.Title);
        Assert.Equal("Design", (await Kantata.BillingMilestones.GetAsync(created.Id)).Title);
    }

    [Fact]
    public async Task What_another_member_makes_necessary_is_checked_before_anything_is_sent()
    {
        KantataRequestException fault = await Assert.ThrowsAsync<KantataRequestException>(() => Kantata.BillingMilestones.CreateAsync(
            new() { Title = "Design", AmountInCents = 1, WorkspaceId = 10, BillingType = BillingType.UponCompletion }));

        Assert.Contains("StoryId", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Many_are_created_in_batches_of_the_documented_limit_in_their_order()
    {
        IReadOnlyList<BillingMilestone> created = await Kantata.BillingMilestones.CreateManyAsync(
            Enumerable.Range(1, 250).Select(number => new BillingMilestoneCreateRequest { Title = $"Part {number}", AmountInCents = number, WorkspaceId = 30 }));

        Assert.Equal(Enumerable.Range(1, 250).Select(number => $"Part {number}"), created.Select(milestone => milestone.Title));
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_member_that_is_not_set_is_not_sent_and_one_set_to_null_is()
    {
        await Kantata.BillingMilestones.UpdateAsync(1, new() { Title = "Begin", DateToInvoice = null });

        JsonElement body = JsonDocument.Parse(Assert.Single(Server.Requests).Body!).RootElement.GetProperty("billing_milestone");
        Assert.Equal(["title", "date_to_invoice"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Null, body.GetProperty("date_to_invoice").ValueKind);
        BillingMilestone updated = await Kantata.BillingMilestones.GetAsync(1);
        Assert.Equal("Begin", updated.Title);
        Assert.Null(updated.DateToInvoice);
        Assert.Equal(100_000, updated.AmountInCents);
    }

    [Fact]
    public async Task What_is_deleted_is_not_found()
    {
        await Kantata.BillingMilestones.DeleteAsync(1);

        KantataNotFoundException fault = await Assert.ThrowsAsync<KantataNotFoundException>(() => Kantata.BillingMilestones.GetAsync(1));
        Assert.Equal("GET", fault.Method);
        Assert.EndsWith("billing_milestones/1", fault.Path, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(fault.RequestId));
    }

    [Fact]
    public async Task What_the_server_refuses_names_the_field()
    {
        KantataValidationException fault = await Assert.ThrowsAsync<KantataValidationException>(() => Kantata.BillingMilestones.CreateAsync(
            new() { Title = "Nowhere", AmountInCents = 1, WorkspaceId = 99 }));

        KantataError error = Assert.Single(fault.Errors);
        Assert.Equal("validation", error.Type);
        Assert.Equal("workspace_id", error.Field);
    }

    [Fact]
    public async Task Any_parameter_and_any_operation_can_be_sent()
    {
        await Kantata.BillingMilestones.List().Parameter("workspace_ids", "20").GetPageAsync(1);
        JsonElement answer = await Kantata.SendAsync(HttpMethod.Get, "/billing_milestones", [new("only", "3")]);

        Assert.Equal("20", Server.Requests[0].Query["workspace_ids"]);
        Assert.Equal(1, answer.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_revoked_token_is_an_authentication_fault_that_does_not_tell_the_token()
    {
        using KantataClient other = new(new KantataClientOptions { AccessToken = "revoked-token", BaseAddress = Server.BaseAddress });

        KantataAuthenticationException fault = await Assert.ThrowsAsync<KantataAuthenticationException>(() => other.BillingMilestones.GetAsync(1));
        Assert.DoesNotContain("revoked-token", fault.ToString(), StringComparison.Ordinal);
    }
}
