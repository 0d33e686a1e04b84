#nullable enable annotations
using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

public partial class BillingMilestone : KantataEntity<BillingMilestone>
{
    internal static readonly ObjectShape Shape = new(static () => new BillingMilestone(),
        "id", "amount_in_cents", "billing_type", "can_edit", "completed", "created_at", "date_to_invoice", "details", "external_reference_ids", "invoice_ids",
        "labels", "metadata", "percentage", "positions", "status", "statuses", "story_id", "subject_ref", "title", "workspace_id");

    private bool? _canEdit;
    private IReadOnlyList<Id<ExternalReference>>? _externalReferenceIds;
    private IReadOnlyList<Id<Invoice>>? _invoiceIds;
    private KantataReference? _subjectRef;

    public long? AmountInCents { get; set; }
    public BillingType? BillingType { get; set; }
    public bool? CanEdit { get { NeedsOptionalField(0, "can_edit"); return _canEdit; } set { _canEdit = value; Receive(0); } }
    public bool? Completed { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateOnly? DateToInvoice { get; set; }
    public JsonElement? Details { get; set; }
    public IReadOnlyList<Id<ExternalReference>>? ExternalReferenceIds { get { NeedsInclude(1, "external_references"); return _externalReferenceIds; } set { _externalReferenceIds = value; Receive(1); } }
    public IReadOnlyList<Id<Invoice>>? InvoiceIds { get { NeedsInclude(2, "invoices"); return _invoiceIds; } set { _invoiceIds = value; Receive(2); } }
    public IReadOnlyList<string>? Labels { get; set; }
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; set; }
    public decimal? Percentage { get; set; }
    public IReadOnlyList<long>? Positions { get; set; }
    public MilestoneStatus? Status { get; set; }
    public IReadOnlyList<MilestoneStatus>? Statuses { get; set; }
    public Id<Story>? StoryId { get; set; }
    public KantataReference? SubjectRef { get { NeedsInclude(70, "subject"); return _subjectRef; } set { _subjectRef = value; Receive(70); } }
    public string? Title { get; set; }
    public Id<Workspace>? WorkspaceId { get; set; }

    public IReadOnlyList<ExternalReference> ExternalReferences { get => Many(0, "external_references", "external_references", _externalReferenceIds, Received(1)); set => Assign(0, value); }
    public IReadOnlyList<Invoice> Invoices { get => Many(1, "invoices", "invoices", _invoiceIds, Received(2)); set => Assign(1, value); }
    public Story? Story { get => One(2, "story", "stories", StoryId ?? default); set => Assign(2, value); }
    public KantataEntity? Subject { get => OneOf(3, "subject", _subjectRef, Received(70)); set => Assign(3, value); }
    public Workspace? Workspace { get => One(4, "workspace", "workspaces", WorkspaceId ?? default); set => Assign(4, value); }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<BillingMilestone>() ?? default; break;
                case 1: AmountInCents = json.Int64(); break;
                case 2: BillingType = json.Value<BillingType>(); break;
                case 3: _canEdit = json.Boolean(); Receive(0); break;
                case 4: Completed = json.Boolean(); break;
                case 5: CreatedAt = json.DateTime(); break;
                case 6: DateToInvoice = json.Date(); break;
                case 7: Details = json.Element(); break;
                case 8: _externalReferenceIds = json.Ids<ExternalReference>(); Receive(1); break;
                case 9: _invoiceIds = json.Ids<Invoice>(); Receive(2); break;
                case 10: Labels = json.Strings(); break;
                case 11: Metadata = json.Map(); break;
                case 12: Percentage = json.Decimal(); break;
                case 13: Positions = json.Int64s(); break;
                case 14: Status = json.Object<MilestoneStatus>(MilestoneStatus.Shape); break;
                case 15: Statuses = json.Objects<MilestoneStatus>(MilestoneStatus.Shape); break;
                case 16: StoryId = json.Id<Story>(); break;
                case 17: _subjectRef = json.Reference(); Receive(70); break;
                case 18: Title = json.String(); break;
                case 19: WorkspaceId = json.Id<Workspace>(); break;
            }
        }
    }
}

public partial class MilestoneStatus : KantataObject
{
    internal static readonly ObjectShape Shape = new(static () => new MilestoneStatus(), "color", "key", "message");

    public string? Color { get; set; }
    public long? Key { get; set; }
    public string? Message { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Color = json.String(); break;
                case 1: Key = json.Int64(); break;
                case 2: Message = json.String(); break;
            }
        }
    }
}

public readonly partial struct BillingType : IValueSet<BillingType>
{
    private readonly string? _value;
    private BillingType(string value) => _value = value;
    public static BillingType FixedDate => new("fixed_date");
    public static BillingType UponCompletion => new("upon_completion");
    public string Value => _value ?? "";
    public static BillingType From(string value) => new(value);
    public static implicit operator BillingType(string value) => new(value);
    public bool Equals(BillingType other) => Value == other.Value;
    public override bool Equals(object? obj) => obj is BillingType other && Equals(other);
    public override int GetHashCode() => Value.GetHashCode();
    public override string ToString() => Value;
    public static bool operator ==(BillingType left, BillingType right) => left.Equals(right);
    public static bool operator !=(BillingType left, BillingType right) => !left.Equals(right);
}
