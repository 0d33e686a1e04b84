using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kantata.Benchmarks.Decoding;

/// <summary>Writes pages of made-up records in the shape in which the API answers them. One seed gives one page.</summary>
internal sealed class PageBuilder : IDisposable
{
    private static readonly string[] _words = ["amber", "bridge", "cedar", "delta", "ember", "field", "grove", "harbor", "island", "juniper", "kettle", "lagoon"];

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly Random _random;

    private PageBuilder(int seed)
    {
        _random = new Random(seed);

        // The API sends what is not ASCII as it is.
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public static byte[] Build(PageContent content, int seed)
    {
        using PageBuilder page = new(seed);
        page._json.WriteStartObject();
        switch (content)
        {
            case PageContent.Billing:
                page.Results("invoices", 200);
                page.Collection("invoices", 200, page.Invoice);
                page.Collection("time_entries", 1000, page.TimeEntry);
                page.Collection("users", 20, page.User);
                page.Collection("workspaces", 20, page.Workspace);
                break;
            case PageContent.Stories:
                page._json.WriteNumber("count", 1659);
                page.Collection("stories", 200, page.Story);
                page.Results("stories", 200);
                break;
            default:
                page._json.WriteNumber("count", 2000);
                page.Collection("time_entries", 200, page.TimeEntry);
                page.Results("time_entries", 200);
                break;
        }

        page._json.WriteStartObject("meta");
        page.Number("count", 4000);
        page.Number("page_count", 20);
        page.Number("page_number", 1);
        page.Number("page_size", 200);
        page._json.WriteEndObject();
        page._json.WriteEndObject();
        page._json.Flush();
        return page._buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();

    private void Results(string key, int count)
    {
        _json.WriteNumber("count", count * 20);
        _json.WriteStartArray("results");
        for (int i = 0; i < count; i++)
        {
            _json.WriteStartObject();
            Text("key", key);
            Text("id", IdOf(key, i));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Collection(string key, int count, Action writeMembers)
    {
        _json.WriteStartObject(key);
        for (int i = 0; i < count; i++)
        {
            string id = IdOf(key, i);
            _json.WriteStartObject(id);
            writeMembers();
            Text("id", id);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Invoice()
    {
        Moment("created_at");
        Moment("updated_at");
        Day("invoice_date");
        Day("due_date");
        Text("message", Words(8));
        Flag("draft");
        OneOf("status", "new", "not paid", "partially paid", "paid", "closed");
        Number("balance_in_cents", _random.Next(10_000_000));
        Text("currency", "USD");
        Text("currency_symbol", "$");
        Number("currency_base_unit", 100);
        Number("payment_schedule", 30);
        _json.WriteNumber("tax_rate", decimal.Round((decimal)_random.NextDouble() * 20, 2));
        Text("title", Words(4));
        Text("project_code", Words(1));
        _json.WriteNull("purchase_order");
        Number("user_invoice_number", _random.Next(100_000));
        Text("user_invoice_title", Words(3));
        Id("user_id");
        Id("recipient_id");
        Ids("workspace_ids", 1);
        Ids("time_entry_ids", 5);
        Ids("expense_ids", 2);
        Ids("additional_item_ids", 0);
        Ids("fixed_fee_item_ids", 1);
        Ids("billing_milestone_ids", 0);
    }

    private void TimeEntry()
    {
        Moment("created_at");
        Moment("updated_at");
        Day("date_performed");
        Number("time_in_minutes", _random.Next(1, 600));
        Flag("billable");
        NullOr("notes", () => Text("notes", Words(3)));
        Number("rate_in_cents", _random.Next(4) * 5000);
        Text("currency", "USD");
        Text("currency_symbol", "$");
        Number("currency_base_unit", 100);
        Flag("user_can_edit");
        Flag("approved");
        Flag("taxable");
        Id("story_id");
        Id("workspace_id");
        Id("user_id");
    }

    private void User()
    {
        Text("full_name", Words(2));
        Text("photo_path", "https://files.example/" + Words(1));
        Text("email_address", Words(1) + "@example.com");
        Text("headline", Words(3));
        Text("abbreviated_timezone", "PST");
        Text("city", Words(1));
        Text("country", "US");
        OneOf("classification", "full_time", "contractor", "part_time");
        OneOf("state", "CA", "NY", "WA");
        Moment("last_site_activity");
        Id("account_membership_id");
        Id("role_id");
    }

    private void Workspace()
    {
        Text("title", Words(5));
        Flag("archived");
        Text("description", Words(20));
        Day("due_date");
        Day("effective_due_date");
        Day("start_date");
        Flag("budgeted");
        Flag("change_orders_enabled");
        Moment("updated_at");
        Moment("created_at");
        Text("consultant_role_name", "Consultants");
        Text("client_role_name", "Clients");
        Number("percentage_complete", _random.Next(101));
        OneOf("access_level", "admins", "open", "invitation");
        Flag("exclude_archived_stories_percent_complete");
        Flag("can_create_line_items");
        Text("default_rate", "150.00");
        Text("currency_symbol", "$");
        Number("currency_base_unit", 100);
        Flag("can_invite");
        Flag("has_budget_access");
        Flag("tasks_default_non_billable");
        Id("rate_card_id");
        Id("workspace_invoice_preference_id");
        Flag("posts_require_privacy_decision");
        Flag("require_time_approvals");
        Flag("require_expense_approvals");
        _json.WriteStartObject("status");
        OneOf("color", "green", "yellow", "red");
        Text("key", "300");
        Text("message", Words(1));
        _json.WriteEndObject();
        Text("price", "$44,250");
        Number("price_in_cents", _random.Next(10_000_000));
        Text("budget_used", "$1,500");
        Text("budget_remaining", "$42,750");
        Flag("over_budget");
        Text("currency", "USD");
        Flag("expenses_in_burn_rate");
        Number("budget_used_in_cents", _random.Next(10_000_000));
        Number("total_expenses_in_cents", _random.Next(1_000_000));
        _json.WriteStartObject("permissions");
        Flag("can_upload_files");
        Flag("can_private_message");
        Flag("can_join");
        Flag("is_participant");
        _json.WriteNull("access_level");
        _json.WriteNull("team_lead");
        _json.WriteNull("user_is_client");
        _json.WriteEndObject();
        Number("billable_minutes", _random.Next(100_000));
        Number("non_billable_minutes", _random.Next(100_000));
        Number("minutes_logged", _random.Next(100_000));
        Number("estimated_minutes", _random.Next(100_000));
        Number("percent_of_budget_used", _random.Next(101));
        _json.WriteNumber("target_margin", 12.5m);
        Text("total_invoiced", "$12,000");
        Number("total_minutes_approved", _random.Next(100_000));
        OneOf("stage", "planning", "active", "closed");
        Flag("time_trackable");
        Flag("stories_are_fixed_fee_by_default");
        Text("task_status_set_name", "Default");
        Text("client_lead_name", Words(2));
        Text("provider_lead_name", Words(2));
        Text("revenue_recognition_method_name", "Time & Materials");
        Id("creator_id");
        Id("account_color_id");
        Id("approver_id");
        Id("task_status_set_id");
        Ids("participant_ids", 6);
    }

    private void Story()
    {
        Text("title", _random.Next(7) == 0 ? Words(2) + " ✓ " + Words(1) : Words(2));
        StoryDescription();
        Moment("updated_at");
        Moment("created_at");
        NullOr("due_date", () => Day("due_date"));
        NullOr("start_date", () => Day("start_date"));
        OneOf("story_type", "task", "deliverable", "milestone", "issue");
        OneOf("state", "started", "not started", "completed");
        Number("position", _random.Next(1000));
        Flag("archived");
        _json.WriteNull("deleted_at");
        Number("sub_story_count", _random.Next(10));
        Number("percentage_complete", _random.Next(101));
        OneOf("priority", "normal", "high", "low", "critical");
        Flag("has_proofing_access");
        Ids("ancestor_ids", _random.Next(3));
        Number("subtree_depth", _random.Next(3));
        Flag("time_trackable");
        Id("workspace_id");
        Id("creator_id");
        NullOr("parent_id", () => Id("parent_id"));
        NullOr("root_id", () => Id("root_id"));
    }

    // Most stories have none.
    private void StoryDescription()
    {
        switch (_random.Next(20))
        {
            case 0:
                Text("description", Words(30));
                break;
            case 1:
                Text("description", Words(10));
                break;
            case 2 or 3 or 4:
                Text("description", "");
                break;
            default:
                _json.WriteNull("description");
                break;
        }
    }

    private static string IdOf(string key, int index) => (100_000_000L + (key.Length * 1_000_000L) + (index * 37L)).ToString(CultureInfo.InvariantCulture);

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => _words[_random.Next(_words.Length)]));

    private void Text(string name, string value) => _json.WriteString(name, value);

    private void OneOf(string name, params string[] values) => _json.WriteString(name, values[_random.Next(values.Length)]);

    private void Number(string name, long value) => _json.WriteNumber(name, value);

    private void Flag(string name) => _json.WriteBoolean(name, _random.Next(2) == 0);

    private void Id(string name) => _json.WriteString(name, IdValue());

    private void Ids(string name, int count)
    {
        _json.WriteStartArray(name);
        for (int i = 0; i < count; i++)
        {
            _json.WriteStringValue(IdValue());
        }

        _json.WriteEndArray();
    }

    private string IdValue() => _random.Next(5_000_000, 200_000_000).ToString(CultureInfo.InvariantCulture);

    private void Day(string name) => _json.WriteString(name, Past().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private void Moment(string name) => _json.WriteString(name, Past().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    private DateTimeOffset Past() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-7)).AddSeconds(-_random.Next(100_000_000));

    private void NullOr(string name, Action write)
    {
        if (_random.Next(2) == 0)
        {
            _json.WriteNull(name);
        }
        else
        {
            write();
        }
    }
}
