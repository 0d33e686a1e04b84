using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

public sealed class OtherReadersTests
{
    [Theory]
    [InlineData("The amount, in the subunits of the currency (e.g. cents for USD).", "amount_in_cents", "cents")]
    [InlineData("The amount.", "amount_in_cents", "cents")]
    [InlineData("The time spent, in minutes.", "time", "minutes")]
    [InlineData("Work done.", "billable_minutes", "minutes")]
    [InlineData("The number of days until it is due.", "payment_schedule", "days")]
    [InlineData("Days allowed. In days.", "payment_schedule", "days")]
    [InlineData("The rate, in cents per hour.", "rate_in_cents", "cents per hour")]
    [InlineData("Length in business days.", "lead_time", "business days")]
    [InlineData("The share done, as a percentage.", "done", "percent")]
    [InlineData("Work done.", "workspace_allocation_percentage", "percent")]
    [InlineData("The share of time, as a decimal fraction.", "percent_allocated", "fraction")]
    [InlineData("The budget, in the currency's main unit.", "price", "currency main unit")]
    public void Units(string text, string name, string unit) => Assert.Equal(unit, Read.Parameter(text, name, ValueType.Integer).Unit);

    [Fact]
    public void Money_in_a_string_has_a_unit() => Assert.Equal("cents", Read.Field("The amount invoiced. In cents.", "total_invoiced").Unit);

    [Theory]
    [InlineData("The estimate in hours.", "estimate", ValueType.String)]
    [InlineData("Whether it is counted in days.", "in_days", ValueType.Boolean)]
    [InlineData("Counted from the day on.", "count", ValueType.Integer)]
    public void No_unit(string text, string name, ValueType type) => Assert.Null(Read.Parameter(text, name, type).Unit);

    [Theory]
    [InlineData("Present only when `story` is included.", "story")]
    [InlineData("Returned only if the story association is included.", "story")]
    [InlineData("There when the `story` is requested.", "story")]
    public void What_comes_with_an_association(string text, string association) => Assert.Equal(association, Read.Field(text).WhenIncluded);

    [Theory]
    [InlineData("Present only when it is included.")]
    [InlineData("Whether the tax is included.")]
    [InlineData("Shown when approval is requested from others.")]
    [InlineData("")]
    public void What_comes_always(string text) => Assert.Null(Read.Field(text).WhenIncluded);

    [Theory]
    [InlineData("Present only when asked for with `optional_fields`.", true)]
    [InlineData("Only returned when requested through the optional_fields parameter.", true)]
    [InlineData("An optional field.", false)]
    public void What_must_be_asked_for(string text, bool isOptional) => Assert.Equal(isOptional, Read.Field(text).IsOptionalField);

    [Theory]
    [InlineData("It can be null.", true)]
    [InlineData("The lock date, or null.", true)]
    [InlineData("Null clears it.", true)]
    [InlineData("It is null where the project has none.", true)]
    [InlineData("Whether null values are skipped.", false)]
    [InlineData("Must not be blank or null.", false)]
    public void Null(string text, bool isNullable) => Assert.Equal(isNullable, Read.Parameter(text).IsNullable);

    [Theory]
    [InlineData("This filter is deprecated.", true)]
    [InlineData("Deprecated: use created_after instead.", true)]
    [InlineData("Deprecated. The day the project is due.", true)]
    [InlineData("Use this instead of the deprecated created_at.", false)]
    public void Deprecation(string text, bool isDeprecated) => Assert.Equal(isDeprecated, Read.Parameter(text).IsDeprecated);

    [Theory]
    [InlineData("Up to 100 billing milestones can be created in one request.", false, 100)]
    [InlineData("Creates one or many, at most 200 of them in a single call.", false, 200)]
    [InlineData("Several at once, limited to 300.", true, 300)]
    [InlineData("Shows up to 10 names.", false, null)]
    [InlineData("Add multiple billing milestones and their attributes in an array.", true, null)]
    public void The_most_in_one_request(string text, bool isAboutBulk, int? most)
        => Assert.Equal(most, BulkReader.Read(new ProseTokenizer().Read(text), isAboutBulk));

    [Theory]
    [InlineData("Valid values: created_at:asc and created_at:desc.", "created_at:asc|created_at:desc", null)]
    [InlineData("Valid values: `created_at:asc` and `created_at:desc`. The default is `created_at:desc`.", "created_at:asc|created_at:desc", "created_at:desc")]
    [InlineData("Valid values: importance, position, and due_date:asc. Defaults to importance.", "importance|position|due_date:asc", "importance")]
    [InlineData("Valid values: `custom_field:<custom_field_id>:asc`, `search`.", "custom_field:<custom_field_id>:asc|search", null)]
    [InlineData("Sort by name:asc or name:desc (default `name`).", "name:asc|name:desc", "name")]
    [InlineData("Valid values: created_at:asc.", "created_at:asc", null)]
    [InlineData("Valid values: `name:asc`, `name:desc`. Defaults to `name:ASC`.", "name:asc|name:desc", "name:ASC")]
    public void Orders(string text, string values, string? byDefault)
    {
        Ordering? order = OrderReader.Read(new ProseTokenizer().Read(text));

        Assert.NotNull(order);
        Assert.Equal(values.Split('|'), order.Values);
        Assert.Equal(byDefault, order.Default);
    }

    [Fact]
    public void No_orders() => Assert.Null(OrderReader.Read(new ProseTokenizer().Read("Supply order with the name of a field and a direction.")));

    [Theory]
    [InlineData("Retrieves the invoices. The response will include invoice_ids, which references the data in the invoices top-level key.", "invoice_ids", "invoices")]
    [InlineData("The task. The response will include `story_id`, which references the data in the `stories` top-level key.", "story_id", "stories")]
    [InlineData("When included, the additional_item_ids array will reference all additional items included in the invoice.", "additional_item_ids", null)]
    [InlineData("When included, recipient_id will reference the data in the users top-level key.", "recipient_id", "users")]
    [InlineData("The user who created the invoice.", null, null)]
    [InlineData("The department, under the organizations key. Fills department_id.", "department_id", "organizations")]
    public void Associations(string text, string? idField, string? collection)
    {
        var tokenizer = new ProseTokenizer();

        Assert.Equal(idField, AssociationReader.ReadIdField(tokenizer.Read(text)));
        Assert.Equal(collection, AssociationReader.ReadCollection(tokenizer.Read(text)));
    }

    [Theory]
    [InlineData("As with all endpoints, the returned data will be referenced in sorted order in the results array\nand will be indexed by ID in the billing_milestones top-level JSON key.", "billing_milestones")]
    [InlineData("`results` lists them in order, and the `invoices` top-level key holds them, indexed by ID.", "invoices")]
    [InlineData("The response is a plain object.", null)]
    public void Primary_collections(string text, string? collection)
        => Assert.Equal(collection, ResponseReader.ReadPrimaryCollection(new ProseTokenizer().Read(text)));

    [Theory]
    [InlineData("The response will contain no content and an HTTP 204 status code if the request was successful.", true)]
    [InlineData("The response is a plain object.", false)]
    public void Empty_responses(string text, bool isEmpty) => Assert.Equal(isEmpty, ResponseReader.ReadEmpty(new ProseTokenizer().Read(text)));

    [Fact]
    public void The_stop_of_an_abbreviation_ends_no_sentence()
    {
        ProseText prose = new ProseTokenizer().Read("Written e.g. as a range. Next.");

        Assert.Equal(5, prose.SentenceEnd(0));
    }

    [Theory]
    [InlineData("By the choices in a custom field: `FIELD:CHOICE,CHOICE`, or `FIELD:blank`. Several fields are given as `(FIELD:CHOICE):(FIELD:CHOICE)`.", ValueFormat.CustomFieldChoices)]
    [InlineData("By the amount: FIELD:AMOUNT:CURRENCY. Several are given as (FIELD:AMOUNT:CURRENCY):(FIELD:AMOUNT).", ValueFormat.CustomFieldAmounts)]
    [InlineData("By the date: `FIELD:FROM:TO`. Several are given as `(FIELD:FROM:TO):(FIELD:FROM:TO)`.", ValueFormat.CustomFieldDates)]
    [InlineData("By the date: `FIELD:FROM:TO`, several separated by semicolons.", ValueFormat.None)]
    [InlineData("By geographies or departments: GEO,GEO;DEPT,DEPT.", ValueFormat.OrganizationIds)]
    [InlineData("Without a timesheet in a project over a span: `WORKSPACE:START:END`.", ValueFormat.TimesheetGap)]
    [InlineData("As a JSON text, for example {\"ids\":[234],\"234\":[3],\"operation\":\"and\"}.", ValueFormat.SkillLevelsJson)]
    [InlineData("At levels: `{'SKILL':[LEVEL,LEVEL],'operation':'or'}`.", ValueFormat.SkillLevels)]
    public void Query_languages(string text, ValueFormat format)
    {
        ProseFacts facts = Read.Parameter(text);

        Assert.Equal(format, facts.Format);
        Assert.Equal(ListKind.None, format == ValueFormat.None ? ListKind.None : facts.List);
    }

    [Theory]
    [InlineData("The IDs of the time entries. An array of integers.", ValueType.Integer)]
    [InlineData("An array of strings.", ValueType.String)]
    [InlineData("A list of user IDs.", ValueType.Integer)]
    [InlineData("The checklist.", null)]
    public void Items_of_arrays(string text, ValueType? items) => Assert.Equal(items, Read.Parameter(text, "value", ValueType.Array).Items);

    [Fact]
    public void An_array_in_a_query_is_a_list()
    {
        Assert.Equal(ListKind.Ids, Read.Parameter("An array of integers, which may also be sent as a comma-separated list of user IDs.", "user_ids", ValueType.Array).List);
        Assert.Equal(ListKind.None, new ProseReader().ReadRequestField("user_ids", ValueType.Array, "A comma-separated list of IDs.").List);
    }
}
