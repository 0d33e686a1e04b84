using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Json;

public class ScalarTests
{
    [Theory]
    [InlineData("\"Sign-off\"", "Sign-off")]
    [InlineData("\"\"", "")]
    [InlineData("\"ut \\u2713 \\\"x\\\" \\uD83D\\uDE00\"", "ut ✓ \"x\" 😀")]
    [InlineData("\"é✓\"", "é✓")]
    [InlineData("42", "42")]
    [InlineData("-1.50e3", "-1.50e3")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    public async Task Texts(string json, string? expected) => Assert.Equal(expected, (await ReadAsync("title", json)).Title);

    [Theory]
    [InlineData("42", 42L)]
    [InlineData("-42", -42L)]
    [InlineData("\"42\"", 42L)]
    [InlineData("\"-42\"", -42L)]
    [InlineData("\"\\u0034\\u0032\"", 42L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("42.0", 42L)]
    [InlineData("4.2e1", 42L)]
    [InlineData("null", null)]
    public async Task Whole_numbers(string json, long? expected) => Assert.Equal(expected, (await ReadAsync("amount_in_cents", json)).AmountInCents);

    [Theory]
    [InlineData("0.25", "0.25")]
    [InlineData("\"150.00\"", "150.00")]
    [InlineData("\"-1e3\"", "-1000")]
    [InlineData("92", "92")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    public async Task Numbers_with_a_fraction(string json, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), (await ReadAsync("percentage", json)).Percentage);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("\"\\u0074rue\"", true)]
    [InlineData("null", null)]
    public async Task Truth_values(string json, bool? expected) => Assert.Equal(expected, (await ReadAsync("completed", json)).Completed);

    [Fact]
    public async Task Days()
    {
        Assert.Equal(new DateOnly(2016, 7, 31), (await ReadAsync("date_to_invoice", "\"2016-07-31\"")).DateToInvoice);
        Assert.Equal(new DateOnly(2016, 2, 29), (await ReadAsync("date_to_invoice", "\"2016\\u002d02-29\"")).DateToInvoice);
        Assert.Null((await ReadAsync("date_to_invoice", "null")).DateToInvoice);
    }

    [Theory]
    [InlineData("2016-07-19T14:33:56-07:00", "2016-07-19T14:33:56.0000000-07:00")]
    [InlineData("2016-07-19T14:33:56-0700", "2016-07-19T14:33:56.0000000-07:00")]
    [InlineData("2016-07-19T14:33:56+05:30", "2016-07-19T14:33:56.0000000+05:30")]
    [InlineData("2016-07-19T14:33:56\\u002B05:30", "2016-07-19T14:33:56.0000000+05:30")]
    [InlineData("2016-07-19T14:33:56.5Z", "2016-07-19T14:33:56.5000000+00:00")]
    [InlineData("2016-07-19T14:33:56.123456789Z", "2016-07-19T14:33:56.1234567+00:00")]
    [InlineData("2016-07-19T14:33Z", "2016-07-19T14:33:00.0000000+00:00")]
    [InlineData("2016-07-19", "2016-07-19T00:00:00.0000000+00:00")]
    public async Task Moments_keep_their_offset_and_a_plain_date_begins_in_UTC(string json, string expected) =>
        Assert.Equal(expected, (await ReadAsync("created_at", $"\"{json}\"")).CreatedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("77", "77")]
    [InlineData("\"77\"", "77")]
    [InlineData("\"42:percent_complete\"", "42:percent_complete")]
    [InlineData("\"007\"", "007")]
    [InlineData("\"99999999999999999999\"", "99999999999999999999")]
    [InlineData("\"12ab\"", "12ab")]
    [InlineData("0", "0")]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public async Task Ids(string json, string? expected) => Assert.Equal(expected, (await ReadAsync("story_id", json)).StoryId?.ToString());

    [Theory]
    [InlineData("\"upon_completion\"", "upon_completion")]
    [InlineData("\"can't reproduce\"", "can't reproduce")]
    [InlineData("3", "3")]
    public async Task Values_of_an_open_set_are_kept_as_they_came(string json, string expected) =>
        Assert.Equal(BillingType.From(expected), (await ReadAsync("billing_type", json)).BillingType);

    [Fact]
    public async Task Lists_of_scalars_are_read_as_scalars_are()
    {
        BillingMilestone milestone = await new StubServer().Answers(Body("""
            "labels": ["a", 1, true], "positions": [1, "2"], "invoice_ids": [3, "4", "5:x"]
            """)).Client().BillingMilestones.GetAsync(42);

        Assert.Equal(["a", "1", "true"], milestone.Labels!);
        Assert.Equal([1, 2], milestone.Positions!);
        Assert.Equal(["3", "4", "5:x"], milestone.InvoiceIds!.Select(id => id.ToString()));
    }

    [Fact]
    public async Task Values_of_any_kind_are_kept_as_they_came()
    {
        BillingMilestone list = await ReadAsync("details", """[150, "USD"]""");
        BillingMilestone nothing = await ReadAsync("details", "null");

        Assert.Equal("""[150, "USD"]""", list.Details?.GetRawText());
        Assert.Null(nothing.Details);
    }

    [Fact]
    public async Task Maps_keep_their_names()
    {
        BillingMilestone milestone = await ReadAsync("metadata", """{"2026-01-01": 480, "2026-01-02": null}""");

        Assert.Equal(480, milestone.Metadata!["2026-01-01"].GetInt32());
        Assert.Equal(JsonValueKind.Null, milestone.Metadata["2026-01-02"].ValueKind);
        Assert.Equal(2, milestone.Metadata.Count);
    }

    [Fact]
    public async Task Nested_objects()
    {
        BillingMilestone milestone = await new StubServer().Answers(Body("""
            "status": {"color": "green", "message": "adipiscing", "key": 300, "new": [{}]}, "statuses": [{"key": "1"}, {}]
            """)).Client().BillingMilestones.GetAsync(42);

        Assert.Equal("green", milestone.Status!.Color);
        Assert.Equal(300, milestone.Status.Key);
        Assert.Equal([1, null], milestone.Statuses!.Select(status => status.Key));
        Assert.Null((await ReadAsync("status", "null")).Status);
    }

    [Theory]
    [InlineData("amount_in_cents", "\"12.5\"")]
    [InlineData("amount_in_cents", "12.5")]
    [InlineData("amount_in_cents", "\"high\"")]
    [InlineData("amount_in_cents", "\"\"")]
    [InlineData("amount_in_cents", "\" 42\"")]
    [InlineData("amount_in_cents", "9223372036854775808")]
    [InlineData("amount_in_cents", "\"9223372036854775808\"")]
    [InlineData("amount_in_cents", "1e400")]
    [InlineData("amount_in_cents", "true")]
    [InlineData("amount_in_cents", "[1]")]
    [InlineData("percentage", "\"1,5\"")]
    [InlineData("percentage", "1e400")]
    [InlineData("percentage", "\"NaN\"")]
    [InlineData("completed", "1")]
    [InlineData("completed", "\"yes\"")]
    [InlineData("title", "{}")]
    [InlineData("title", "[\"a\"]")]
    [InlineData("title", "\"\\ud800\"")]
    [InlineData("date_to_invoice", "\"2016-02-30\"")]
    [InlineData("date_to_invoice", "\"2016-7-31\"")]
    [InlineData("date_to_invoice", "\"31.07.2016\"")]
    [InlineData("date_to_invoice", "\"2016-07-31T00:00:00Z\"")]
    [InlineData("date_to_invoice", "\"\"")]
    [InlineData("date_to_invoice", "20160731")]
    [InlineData("created_at", "\"2016-07-19T14:33:56\"")]
    [InlineData("created_at", "\"2016-07-19T24:00:00Z\"")]
    [InlineData("created_at", "\"2016-07-19T14:60:00Z\"")]
    [InlineData("created_at", "\"2016-07-19 14:33:56Z\"")]
    [InlineData("created_at", "\"2016-07-19T14:33:56+25:00\"")]
    [InlineData("created_at", "\"2016-07-19T14:33:56.Z\"")]
    [InlineData("created_at", "\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("created_at", "1468964036")]
    [InlineData("story_id", "7.5")]
    [InlineData("story_id", "true")]
    [InlineData("story_id", "{}")]
    [InlineData("invoice_ids", "\"1,2\"")]
    [InlineData("invoice_ids", "[1, null]", "invoice_ids[1]")]
    [InlineData("labels", "[\"a\", []]", "labels[1]")]
    [InlineData("labels", "{}")]
    [InlineData("positions", "[1, \"x\"]", "positions[1]")]
    [InlineData("status", "\"green\"")]
    [InlineData("status", "{\"color\": \"green\", \"key\": \"x\"}", "status.key")]
    [InlineData("statuses", "[{}, {\"key\": []}]", "statuses[1].key")]
    [InlineData("statuses", "[null]", "statuses[0]")]
    [InlineData("metadata", "[]")]
    [InlineData("subject_ref", "{\"id\": 7}")]
    [InlineData("subject_ref", "\"stories\"")]
    public async Task What_cannot_be_read_is_refused_with_its_place(string member, string json, string? place = null)
    {
        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => ReadAsync(member, json));

        Assert.Equal("billing_milestones.42." + (place ?? member), e.MemberPath);
    }

    [Fact]
    public async Task The_exception_tells_the_place_and_what_was_said()
    {
        StubServer server = new StubServer().Answers(Body("\"amount_in_cents\": \"high\""), requestId: "r-1");

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal("The answer to GET /billing_milestones/42 cannot be read at billing_milestones.42.amount_in_cents: a whole number was said, and another text came. (request id r-1)", e.Message);
        Assert.Equal("GET", e.Method);
        Assert.Equal("/billing_milestones/42", e.Path);
        Assert.Equal("r-1", e.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, e.StatusCode);
    }

    private static Task<BillingMilestone> ReadAsync(string member, string json) =>
        new StubServer().Answers(Body($"\"{member}\": {json}")).Client().BillingMilestones.GetAsync(42);

    private static string Body(string members) =>
        """{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {"id": "42", """ + members + "}}}";
}
