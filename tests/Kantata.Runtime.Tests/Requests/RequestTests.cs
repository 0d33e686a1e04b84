using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Requests;

public class RequestTests
{
    private const string Answer = """{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {"id": "42"}}}""";

    private readonly StubServer _server = new StubServer().Answers(Answer);

    [Fact]
    public async Task What_was_set_is_written_inside_its_wrapper()
    {
        await _server.Client().BillingMilestones.CreateAsync(new()
        {
            Title = "Sign-off \"é\" ✓ <b>",
            AmountInCents = 1_250_000,
            WorkspaceId = 10,
            DateToInvoice = new(2026, 1, 31),
            BillingType = BillingType.UponCompletion,
            StoryId = (Id<Story>)"77:a",
            ExternalReference = new() { ServiceName = "ledger" },
            ExternalReferences = [new() { ServiceName = "a" }, new() { ServiceModel = null, ServiceName = "b" }],
            InvoiceIds = [1, (Id<Invoice>)"2", (Id<Invoice>)"3:x"],
        });

        Assert.Equal("POST", _server.Only.Method);
        Assert.Equal("/v1/billing_milestones", _server.Only.Path);
        Assert.Equal("application/json", _server.Only.ContentType);
        Assert.Equal(
            """{"billing_milestone":{"title":"Sign-off \"é\" ✓ <b>","amount_in_cents":1250000,"workspace_id":10,"date_to_invoice":"2026-01-31","story_id":"77:a","billing_type":"upon_completion","external_reference":{"service_name":"ledger"},"invoice_ids":[1,2,"3:x"],"external_references":[{"service_name":"a"},{"service_name":"b","service_model":null}]}}""",
            _server.Only.Body);
    }

    [Fact]
    public async Task Unset_is_not_written_and_null_is_written_as_null()
    {
        await _server.Client().BillingMilestones.UpdateAsync(42, new() { Title = "Sign-off", DateToInvoice = null, BillingType = null });

        Assert.Equal("PUT", _server.Only.Method);
        Assert.Equal("/v1/billing_milestones/42", _server.Only.Path);
        Assert.Equal("""{"billing_milestone":{"title":"Sign-off","date_to_invoice":null,"billing_type":null}}""", _server.Only.Body);
    }

    [Fact]
    public void Every_kind_of_value_is_written()
    {
        using JsonDocument document = JsonDocument.Parse("""{"a": [1, "x"]}""");
        EveryKindRequest request = new()
        {
            Int64 = long.MinValue,
            Decimal = 1234.50m,
            Boolean = true,
            String = "",
            Date = new(2026, 2, 3),
            DateTime = new(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-8)),
            Element = document.RootElement,
            Strings = ["a", "b"],
            Int64s = [1, 2],
            Id = 7,
            Values = [BillingType.FixedDate, "odd value"],
            Map = new Dictionary<string, JsonElement> { ["m"] = document.RootElement.GetProperty("a") },
        };

        Assert.Equal(
            """{"int64":-9223372036854775808,"decimal":1234.50,"boolean":true,"string":"","date":"2026-02-03","date_time":"2026-02-03T04:05:06-08:00","element":{"a":[1,"x"]},"strings":["a","b"],"int64s":[1,2],"id":7,"values":["fixed_date","odd value"],"map":{"m":[1,"x"]}}""",
            Write(request));
    }

    [Fact]
    public void Every_kind_of_value_is_written_as_null()
    {
        EveryKindRequest request = new()
        {
            Int64 = null, Decimal = null, Boolean = null, String = null, Date = null, DateTime = null, Element = null, Strings = null, Int64s = null, Id = null, Values = null, Map = null,
        };

        Assert.Equal(
            """{"int64":null,"decimal":null,"boolean":null,"string":null,"date":null,"date_time":null,"element":null,"strings":null,"int64s":null,"id":null,"values":null,"map":null}""",
            Write(request));
    }

    [Fact]
    public async Task An_id_that_was_never_given_is_refused()
    {
        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(
            () => _server.Client().BillingMilestones.CreateAsync(new() { Title = "x", AmountInCents = 1, WorkspaceId = default }));

        Assert.Equal("Nothing was sent, because the request is not valid: workspace_id is an empty id.", e.Message);
        Assert.Empty(_server.Received);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_and_nothing_is_sent()
    {
        BillingMilestoneCreateRequest request = new()
        {
            Title = "A title that is too long",
            AmountInCents = 1,
            WorkspaceId = 10,
            BillingType = BillingType.UponCompletion,
            ExternalReference = new(),
            ExternalReferences = [new() { ServiceName = "a" }, new()],
            InvoiceIds = [1, 2, 3, 4],
            Percentage = 100.5m,
        };

        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(() => _server.Client().BillingMilestones.CreateAsync(request));

        Assert.Equal(
            [
                "billing_milestone: Title is longer than the 20 characters that are allowed",
                "billing_milestone: StoryId is required when billing_type is upon_completion",
                "billing_milestone.external_reference: one of ServiceName, ServiceModel is required",
                "billing_milestone: InvoiceIds holds 4 items, and at most 3 are allowed",
                "billing_milestone.external_references[1]: one of ServiceName, ServiceModel is required",
                "billing_milestone: Percentage is 100.5, and at most 100 is allowed",
            ],
            e.Problems);
        Assert.IsAssignableFrom<ArgumentException>(e);
        Assert.Empty(_server.Received);
    }

    [Fact]
    public async Task Limits_are_inclusive_and_count_letters()
    {
        await _server.Client().BillingMilestones.CreateAsync(new()
        {
            Title = string.Concat(Enumerable.Repeat("😀", 20)), AmountInCents = 1, WorkspaceId = 10, InvoiceIds = [1, 2, 3], Percentage = 100, BillingType = BillingType.UponCompletion, StoryId = 77,
        });

        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task A_number_below_its_range_is_refused()
    {
        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(
            () => _server.Client().BillingMilestones.CreateAsync(new() { Title = "x", AmountInCents = 1, WorkspaceId = 10, Percentage = -0.5m }));

        Assert.Equal("billing_milestone: Percentage is -0.5, and at least 0 is allowed", Assert.Single(e.Problems));
    }

    [Fact]
    public async Task A_large_body_is_sent_whole()
    {
        string title = new('x', 300_000);

        await _server.Client().BillingMilestones.UpdateAsync(42, new() { Title = title });

        Assert.Equal("""{"billing_milestone":{"title":" """.TrimEnd() + title + "\"}}", _server.Only.Body);
    }

    private static string Write(RequestModel request)
    {
        using PooledBuffer buffer = new();
        RequestWriter.WriteBody(buffer, wrapper: null, request);
        return System.Text.Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
