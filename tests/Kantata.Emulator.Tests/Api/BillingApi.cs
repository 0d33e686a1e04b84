using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Tests.Api;

/// <summary>A small part of the API, written down by hand.</summary>
internal static class BillingApi
{
    public static ApiModel Model { get; } = CreateModel();

    private static ApiModel CreateModel()
    {
        Resource milestones = new()
        {
            Key = "billing_milestones",
            Name = "Billing Milestones",
            Operations = EquatableArray.Of(
                MilestoneOperation("GET", "/billing_milestones") with
                {
                    Query = EquatableArray.Of(
                        Text("date_between") with { Format = ValueFormat.DateRange },
                        Text("external_reference_service_name"),
                        Text("external_reference_service_model_refs") with { List = ListKind.Strings, MaxItems = 3 },
                        Text("external_reference_status") with { KnownValues = EquatableArray.Of("successful", "fail") },
                        Flag("has_external_references"),
                        Text("without_external_reference_service_name"),
                        Text("story_ids") with { List = ListKind.Ids },
                        Text("workspace_ids") with { List = ListKind.Ids },
                        Text("fuzziness")),
                    Order = new Ordering(EquatableArray.Of("created_at:asc", "created_at:desc", "sparkle:asc"), "created_at:desc"),
                    OptionalFields = EquatableArray.Of(Flag("can_edit")),
                },
                MilestoneOperation("POST", "/billing_milestones") with
                {
                    Body = new RequestBody
                    {
                        Wrapper = "billing_milestone",
                        Bulk = new BulkForm("billing_milestones", 100),
                        Fields = EquatableArray.Of(
                            Text("title") with { IsRequired = true, MaxLength = 40 },
                            Number("amount_in_cents") with { IsRequired = true },
                            Number("workspace_id") with { IsRequired = true },
                            Text("date_to_invoice") with { Format = ValueFormat.Date },
                            BillingTypeField,
                            StoryField,
                            ReferenceField),
                    },
                },
                MilestoneOperation("GET", "/billing_milestones/{id}"),
                MilestoneOperation("PUT", "/billing_milestones/{id}") with
                {
                    Body = new RequestBody
                    {
                        Wrapper = "billing_milestone",
                        Fields = EquatableArray.Of(
                            Text("title"),
                            Number("amount_in_cents"),
                            Text("date_to_invoice") with { Format = ValueFormat.Date },
                            BillingTypeField,
                            StoryField,
                            ReferenceField),
                    },
                },
                Delete("/billing_milestones/{id}")),
        };

        Resource invoices = new()
        {
            Key = "invoices",
            Name = "Invoices",
            Operations = EquatableArray.Of(
                InvoiceOperation("GET", "/invoices") with
                {
                    Query = EquatableArray.Of(
                        Text("created_after") with { Format = ValueFormat.DateTime },
                        Text("created_before") with { Format = ValueFormat.DateTime },
                        Flag("paid"),
                        Flag("pending"),
                        Text("user_invoice_number") with { List = ListKind.Strings },
                        Text("within_dates") with { Format = ValueFormat.DateRange },
                        Flag("without_drafts"),
                        Text("workspace_id") with { List = ListKind.Ids }),
                    Order = new Ordering(EquatableArray.Of("id:asc", "id:desc", "invoice_date:asc", "invoice_date:desc"), "id:asc"),
                },
                InvoiceOperation("POST", "/invoices") with
                {
                    Body = new RequestBody
                    {
                        Wrapper = "invoice",
                        Fields = EquatableArray.Of(
                            List("time_entry_ids", ValueType.Integer) with { RequiredWhen = Lines("fixed_fee_items") },
                            List("fixed_fee_items", ValueType.Object) with
                            {
                                RequiredWhen = Lines("time_entry_ids"),
                                Members = EquatableArray.Of(Text("notes"), Number("amount"), Number("workspace_id")),
                            },
                            Number("workspace_id") with { RequiredWhen = Absent("workspace_ids") },
                            List("workspace_ids", ValueType.Integer) with { RequiredWhen = Absent("workspace_id") },
                            Number("payment_schedule") with { IsRequired = true, Minimum = 0, Maximum = 365 },
                            Flag("suppress_emails")),
                    },
                },
                InvoiceOperation("GET", "/invoices/{id}"),
                InvoiceOperation("PUT", "/invoices/{id}/cancel"),
                InvoiceOperation("PUT", "/invoices/{id}/frobnicate"),
                Delete("/invoices/{id}"),
                new Operation
                {
                    Method = "GET",
                    Path = "/invoices/statistics",
                    Title = "",
                    Document = "",
                    Response = new Response
                    {
                        Status = 200,
                        Shape = ResponseShape.Object,
                        Fields = EquatableArray.Of(
                            Number("total"),
                            Text("since") with { Format = ValueFormat.Date },
                            List("states", ValueType.String) with { KnownValues = EquatableArray.Of("new", "cancelled") },
                            Flag("open"),
                            new Value { Name = "largest", Type = ValueType.Object, Members = EquatableArray.Of(Number("id")) }),
                    },
                },
                new Operation
                {
                    Method = "GET",
                    Path = "/invoices/next_invoice_number",
                    Title = "",
                    Document = "",
                    Response = new Response { Status = 200, Shape = ResponseShape.Object, Fields = EquatableArray.Of(Text("next_invoice_number")) },
                }),
        };

        Resource stories = new()
        {
            Key = "stories",
            Name = "Stories",
            Operations = EquatableArray.Of(
                new Operation
                {
                    Method = "GET",
                    Path = "/stories",
                    Title = "",
                    Document = "",
                    Includes = EquatableArray.Of(
                        new Include { Name = "sub_stories", Entity = "Story", Collection = "stories", IdField = "sub_story_ids" },
                        new Include { Name = "workspace", Entity = "Workspace", Collection = "workspaces", IdField = "workspace_id" }),
                    OptionalFields = EquatableArray.Of(Flag("can_edit")),
                    Response = Collections("stories", ("stories", "Story"), ("workspaces", "Workspace")),
                },
                Delete("/stories/{id}")),
        };

        Resource timeEntries = new()
        {
            Key = "time_entries",
            Name = "Time Entries",
            Operations = EquatableArray.Of(
                new Operation
                {
                    Method = "GET",
                    Path = "/time_entries",
                    Title = "",
                    Document = "",
                    Includes = EquatableArray.Of(
                        new Include { Name = "invoice", Entity = "Invoice", Collection = "invoices", IdField = "invoice_id" },
                        new Include { Name = "user", Entity = "User", Collection = "users", IdField = "user_id" }),
                    Query = EquatableArray.Of(
                        Text("date_performed_between") with { Format = ValueFormat.DateRange },
                        Flag("billable"),
                        Number("workspace_id") with { IsRequired = false }),
                    Response = Collections("time_entries", ("time_entries", "TimeEntry"), ("users", "User"), ("invoices", "Invoice")),
                },
                Delete("/time_entries")),
        };

        Resource externalReferences = new()
        {
            Key = "external_references",
            Name = "External References",
            Operations = EquatableArray.Of(
                new Operation
                {
                    Method = "GET",
                    Path = "/external_references",
                    Title = "",
                    Document = "",
                    Includes = EquatableArray.Of(new Include { Name = "subject", Entity = "subject", IdField = "subject_ref" }),
                    Response = Collections("external_references", ("external_references", "ExternalReference"), ("billing_milestones", "BillingMilestone"), ("invoices", "Invoice")),
                }),
        };

        return new ApiModel(
            EquatableArray.Of(milestones, externalReferences, invoices, stories, timeEntries),
            EquatableArray.Of(Entities()),
            ApiNames.Empty);
    }

    private static Entity[] Entities() =>
    [
        Entity(
            "BillingMilestone",
            Number("amount_in_cents"),
            Text("billing_type"),
            Text("created_at") with { Format = ValueFormat.DateTime },
            Text("currency"),
            Text("date_to_invoice") with { Format = ValueFormat.Date },
            List("external_reference_ids", ValueType.String) with { WhenIncluded = "external_references" },
            Text("invoice_id"),
            List("invoice_ids", ValueType.String) with { WhenIncluded = "invoices" },
            Text("story_id"),
            Text("title"),
            Text("updated_at") with { Format = ValueFormat.DateTime },
            Text("workspace_id")),
        Entity(
            "ExternalReference",
            Text("service_model"),
            Text("service_model_ref"),
            Text("service_name"),
            Text("status"),
            Number("subject_id"),
            new Value { Name = "subject_ref", Type = ValueType.Reference, WhenIncluded = "subject" },
            Text("subject_type")),
        Entity("FixedFeeItem", Number("amount_in_cents"), Text("notes"), Number("workspace_id")),
        Entity(
            "Invoice",
            List("billing_milestone_ids", ValueType.String) with { WhenIncluded = "billing_milestones" },
            Text("created_at") with { Format = ValueFormat.DateTime },
            Flag("draft"),
            List("fixed_fee_item_ids", ValueType.String) with { WhenIncluded = "fixed_fee_items" },
            Text("invoice_date") with { Format = ValueFormat.Date },
            Number("payment_schedule"),
            Text("recipient_id") with { WhenIncluded = "recipient" },
            Text("status"),
            List("time_entry_ids", ValueType.String) with { WhenIncluded = "time_entries" },
            Text("updated_at") with { Format = ValueFormat.DateTime },
            Number("user_invoice_number"),
            List("workspace_ids", ValueType.String) with { WhenIncluded = "workspaces" }),
        Entity(
            "Story",
            Flag("can_edit") with { IsOptionalField = true },
            List("sub_story_ids", ValueType.String) with { WhenIncluded = "sub_stories" },
            Text("title"),
            Text("workspace_id") with { WhenIncluded = "workspace" }),
        Entity(
            "TimeEntry",
            Flag("billable"),
            Text("date_performed") with { Format = ValueFormat.Date },
            Text("invoice_id") with { WhenIncluded = "invoice" },
            Text("user_id") with { WhenIncluded = "user" }),
        Entity("User", Text("full_name")),
        Entity("Workspace", Text("title")),
    ];

    private static Value BillingTypeField => Text("billing_type") with { KnownValues = EquatableArray.Of("fixed_date", "upon_completion") };

    private static Value StoryField => Number("story_id") with { RequiredWhen = new Condition(ConditionKind.Equals, EquatableArray.Of("billing_type"), "upon_completion") };

    private static Value ReferenceField => new()
    {
        Name = "external_reference",
        Type = ValueType.Object,
        Members = EquatableArray.Of(
            Text("service_name") with { IsRequired = true },
            Text("service_model") with { IsRequired = true },
            Text("service_model_ref") with { IsRequired = true },
            Text("status") with { KnownValues = EquatableArray.Of("successful", "pending", "failed") }),
    };

    private static Operation MilestoneOperation(string method, string path) => new()
    {
        Method = method,
        Path = path,
        Title = "",
        Document = "",
        Includes = EquatableArray.Of(
            new Include { Name = "external_references", Entity = "ExternalReference", Collection = "external_references", IdField = "external_reference_ids" },
            new Include { Name = "invoices", Entity = "Invoice", Collection = "invoices", IdField = "invoice_ids" },
            new Include { Name = "story", Entity = "Story", Collection = "stories", IdField = "story_id" },
            new Include { Name = "workspace", Entity = "Workspace", Collection = "workspaces", IdField = "workspace_id" }),
        Response = Collections(
            "billing_milestones",
            ("billing_milestones", "BillingMilestone"),
            ("external_references", "ExternalReference"),
            ("workspaces", "Workspace"),
            ("stories", "Story"),
            ("invoices", "Invoice")),
    };

    private static Operation InvoiceOperation(string method, string path) => new()
    {
        Method = method,
        Path = path,
        Title = "",
        Document = "",
        Includes = EquatableArray.Of(
            new Include { Name = "billing_milestones", Entity = "BillingMilestone", Collection = "billing_milestones", IdField = "billing_milestone_ids" },
            new Include { Name = "fixed_fee_items", Entity = "FixedFeeItem", Collection = "fixed_fee_items", IdField = "fixed_fee_item_ids" },
            new Include { Name = "recipient", Entity = "User", Collection = "users", IdField = "recipient_id" },
            new Include { Name = "time_entries", Entity = "TimeEntry", Collection = "time_entries", IdField = "time_entry_ids" },
            new Include { Name = "workspaces", Entity = "Workspace", Collection = "workspaces", IdField = "workspace_ids" }),
        Response = Collections(
            "invoices",
            ("invoices", "Invoice"),
            ("users", "User"),
            ("workspaces", "Workspace"),
            ("time_entries", "TimeEntry"),
            ("fixed_fee_items", "FixedFeeItem"),
            ("billing_milestones", "BillingMilestone")),
    };

    private static Operation Delete(string path) => new()
    {
        Method = "DELETE",
        Path = path,
        Title = "",
        Document = "",
        Response = new Response { Status = 204, Shape = ResponseShape.Empty },
    };

    private static Response Collections(string main, params (string Key, string Entity)[] collections) => new()
    {
        Status = 200,
        Shape = ResponseShape.Collections,
        Collection = main,
        Collections = collections.Select(collection => new ResponseCollection(collection.Key, collection.Entity)).ToEquatableArray(),
    };

    private static Condition Absent(string field) => new(ConditionKind.Absent, EquatableArray.Of(field), null);

    private static Condition Lines(string other) => new(ConditionKind.AtLeastOneOf, EquatableArray.Of(other), null);

    private static Entity Entity(string name, params Value[] fields) => new() { Name = name, Document = "", Fields = fields.ToEquatableArray() };

    private static Value Text(string name) => new() { Name = name, Type = ValueType.String };

    private static Value Number(string name) => new() { Name = name, Type = ValueType.Integer };

    private static Value Flag(string name) => new() { Name = name, Type = ValueType.Boolean };

    private static Value List(string name, ValueType items) => new() { Name = name, Type = ValueType.Array, Items = items };
}
