#nullable enable annotations
using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

public partial class BillingMilestoneCreateRequest : RequestModel
{
    private string? _title; private long _amountInCents; private Id<Workspace> _workspaceId; private DateOnly? _dateToInvoice;
    private Id<Story>? _storyId; private BillingType? _billingType; private ExternalReferenceRequest? _externalReference; private IReadOnlyList<Id<Invoice>>? _invoiceIds;
    private IReadOnlyList<ExternalReferenceRequest>? _externalReferences; private decimal? _percentage;

    public required string Title { get => _title!; set { _title = value; Set(0); } }
    public required long AmountInCents { get => _amountInCents; set { _amountInCents = value; Set(1); } }
    public required Id<Workspace> WorkspaceId { get => _workspaceId; set { _workspaceId = value; Set(2); } }
    public DateOnly? DateToInvoice { get => _dateToInvoice; set { _dateToInvoice = value; Set(3); } }
    public Id<Story>? StoryId { get => _storyId; set { _storyId = value; Set(4); } }
    public BillingType? BillingType { get => _billingType; set { _billingType = value; Set(5); } }
    public ExternalReferenceRequest? ExternalReference { get => _externalReference; set { _externalReference = value; Set(6); } }
    public IReadOnlyList<Id<Invoice>>? InvoiceIds { get => _invoiceIds; set { _invoiceIds = value; Set(7); } }
    public IReadOnlyList<ExternalReferenceRequest>? ExternalReferences { get => _externalReferences; set { _externalReferences = value; Set(8); } }
    public decimal? Percentage { get => _percentage; set { _percentage = value; Set(9); } }

    protected override void WriteMembers(RequestWriter json)
    {
        if (IsSet(0)) json.WriteString("title", _title);
        if (IsSet(1)) json.WriteInt64("amount_in_cents", _amountInCents);
        if (IsSet(2)) json.WriteId<Workspace>("workspace_id", _workspaceId);
        if (IsSet(3)) json.WriteDate("date_to_invoice", _dateToInvoice);
        if (IsSet(4)) json.WriteId<Story>("story_id", _storyId);
        if (IsSet(5)) json.WriteValue<BillingType>("billing_type", _billingType);
        if (IsSet(6)) json.WriteObject("external_reference", _externalReference);
        if (IsSet(7)) json.WriteIds<Invoice>("invoice_ids", _invoiceIds);
        if (IsSet(8)) json.WriteObjects("external_references", _externalReferences);
        if (IsSet(9)) json.WriteDecimal("percentage", _percentage);
    }

    protected override void Validate(RequestValidator check)
    {
        check.MaxLength(0, _title, 20, "Title");
        check.RequiredWhen(_billingType == Kantata.BillingType.UponCompletion, _storyId is not null, "StoryId", "billing_type is upon_completion");
        check.Nested("external_reference", _externalReference);
        check.MaxItems(7, _invoiceIds?.Count, 3, "InvoiceIds");
        check.Nested("external_references", _externalReferences);
        check.Range(9, _percentage, 0, 100, "Percentage");
    }
}

public partial class BillingMilestoneUpdateRequest : RequestModel
{
    private string? _title; private long? _amountInCents; private DateOnly? _dateToInvoice; private BillingType? _billingType;

    public string? Title { get => _title; set { _title = value; Set(0); } }
    public long? AmountInCents { get => _amountInCents; set { _amountInCents = value; Set(1); } }
    public DateOnly? DateToInvoice { get => _dateToInvoice; set { _dateToInvoice = value; Set(2); } }
    public BillingType? BillingType { get => _billingType; set { _billingType = value; Set(3); } }

    protected override void WriteMembers(RequestWriter json)
    {
        if (IsSet(0)) json.WriteString("title", _title);
        if (IsSet(1)) json.WriteInt64("amount_in_cents", _amountInCents);
        if (IsSet(2)) json.WriteDate("date_to_invoice", _dateToInvoice);
        if (IsSet(3)) json.WriteValue<BillingType>("billing_type", _billingType);
    }
}

public partial class ExternalReferenceRequest : RequestModel
{
    private string? _serviceName; private string? _serviceModel; private string? _setValue;

    public string? ServiceName { get => _serviceName; set { _serviceName = value; Set(0); } }
    public string? ServiceModel { get => _serviceModel; set { _serviceModel = value; Set(1); } }
    public string? SetValue { get => _setValue; set { _setValue = value; Set(2); } }

    protected override void WriteMembers(RequestWriter json)
    {
        if (IsSet(0)) json.WriteString("service_name", _serviceName);
        if (IsSet(1)) json.WriteString("service_model", _serviceModel);
        if (IsSet(2)) json.WriteString("set", _setValue);
    }

    protected override string? MemberNamed(string name) => name switch
    {
        "set" => "SetValue",
        _ => null,
    };

    protected override void Validate(RequestValidator check)
    {
        check.AtLeastOne([_serviceName is not null, _serviceModel is not null], "ServiceName, ServiceModel");
    }
}

/// <summary>Every kind of value, and more members than one word has bits.</summary>
public partial class EveryKindRequest : RequestModel
{
    private long? _int64; private decimal? _decimal; private bool? _boolean; private string? _string; private DateOnly? _date; private DateTimeOffset? _dateTime;
    private JsonElement? _element; private IReadOnlyList<string>? _strings; private IReadOnlyList<long>? _int64s; private Id<Workspace>? _id;
    private IReadOnlyList<BillingType>? _values; private IReadOnlyDictionary<string, JsonElement>? _map;

    public long? Int64 { get => _int64; set { _int64 = value; Set(0); } }
    public decimal? Decimal { get => _decimal; set { _decimal = value; Set(1); } }
    public bool? Boolean { get => _boolean; set { _boolean = value; Set(2); } }
    public string? String { get => _string; set { _string = value; Set(3); } }
    public DateOnly? Date { get => _date; set { _date = value; Set(63); } }
    public DateTimeOffset? DateTime { get => _dateTime; set { _dateTime = value; Set(64); } }
    public JsonElement? Element { get => _element; set { _element = value; Set(65); } }
    public IReadOnlyList<string>? Strings { get => _strings; set { _strings = value; Set(127); } }
    public IReadOnlyList<long>? Int64s { get => _int64s; set { _int64s = value; Set(128); } }
    public Id<Workspace>? Id { get => _id; set { _id = value; Set(129); } }
    public IReadOnlyList<BillingType>? Values { get => _values; set { _values = value; Set(300); } }
    public IReadOnlyDictionary<string, JsonElement>? Map { get => _map; set { _map = value; Set(301); } }

    protected override void WriteMembers(RequestWriter json)
    {
        if (IsSet(0)) json.WriteInt64("int64", _int64);
        if (IsSet(1)) json.WriteDecimal("decimal", _decimal);
        if (IsSet(2)) json.WriteBoolean("boolean", _boolean);
        if (IsSet(3)) json.WriteString("string", _string);
        if (IsSet(63)) json.WriteDate("date", _date);
        if (IsSet(64)) json.WriteDateTime("date_time", _dateTime);
        if (IsSet(65)) json.WriteElement("element", _element);
        if (IsSet(127)) json.WriteStrings("strings", _strings);
        if (IsSet(128)) json.WriteInt64s("int64s", _int64s);
        if (IsSet(129)) json.WriteId<Workspace>("id", _id);
        if (IsSet(300)) json.WriteValues("values", _values);
        if (IsSet(301)) json.WriteMap("map", _map);
    }
}
