#nullable enable annotations
using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

public partial class KantataClient
{
    private AttachmentsClient? _attachments;
    public virtual AttachmentsClient Attachments => _attachments ??= new(Connection);
}

public partial class AttachmentsClient : ResourceClient
{
    private static readonly ResponseFormat s_format = new("attachments", [new("attachments", Attachment.Shape)]);
    private static readonly Operation s_create = new("POST", "/attachments", s_format) { BodyKey = "attachment" };
    private static readonly Operation s_import = new("POST", "/attachments/import");

    internal AttachmentsClient(KantataConnection connection) : base(connection) { }
    protected AttachmentsClient() { }

    public virtual Task<Attachment> CreateAsync(AttachmentCreateRequest attachment, CancellationToken cancellationToken = default)
        => SendForOneAsync<Attachment>(s_create, [], null, attachment, cancellationToken);

    public virtual Task ImportAsync(AttachmentCreateRequest attachment, CancellationToken cancellationToken = default)
        => SendAsync(s_import, [], null, attachment, cancellationToken);
}

public partial class Attachment : KantataEntity<Attachment>
{
    internal static readonly ObjectShape Shape = new(static () => new Attachment(), "filename", "id");

    public string? Filename { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Filename = json.String(); break;
                case 1: Id = json.Id<Attachment>() ?? default; break;
            }
        }
    }
}

public partial class AttachmentCreateRequest : FormModel
{
    private KantataFile? _data; private string? _filename; private long? _pages; private decimal? _share; private bool? _direct; private DateOnly? _day;
    private DateTimeOffset? _moment; private Id<Story>? _storyId; private Id<Workspace> _workspaceId; private BillingType? _type; private BillingType _kind;
    private IReadOnlyList<string>? _tags; private IReadOnlyList<Id<Story>>? _storyIds; private JsonElement? _extra; private IReadOnlyDictionary<string, decimal>? _scores;

    public KantataFile? Data { get => _data; set { _data = value; Set(0); } }
    public string? Filename { get => _filename; set { _filename = value; Set(1); } }
    public long? Pages { get => _pages; set { _pages = value; Set(2); } }
    public decimal? Share { get => _share; set { _share = value; Set(3); } }
    public bool? Direct { get => _direct; set { _direct = value; Set(4); } }
    public DateOnly? Day { get => _day; set { _day = value; Set(5); } }
    public DateTimeOffset? Moment { get => _moment; set { _moment = value; Set(6); } }
    public Id<Story>? StoryId { get => _storyId; set { _storyId = value; Set(7); } }
    public Id<Workspace> WorkspaceId { get => _workspaceId; set { _workspaceId = value; Set(8); } }
    public BillingType? Type { get => _type; set { _type = value; Set(9); } }
    public BillingType Kind { get => _kind; set { _kind = value; Set(10); } }
    public IReadOnlyList<string>? Tags { get => _tags; set { _tags = value; Set(11); } }
    public IReadOnlyList<Id<Story>>? StoryIds { get => _storyIds; set { _storyIds = value; Set(12); } }
    public JsonElement? Extra { get => _extra; set { _extra = value; Set(13); } }
    public IReadOnlyDictionary<string, decimal>? Scores { get => _scores; set { _scores = value; Set(14); } }

    protected override void WriteMembers(FormWriter form)
    {
        if (IsSet(1)) form.WriteString("filename", _filename);
        if (IsSet(2)) form.WriteInt64("pages", _pages);
        if (IsSet(3)) form.WriteDecimal("share", _share);
        if (IsSet(4)) form.WriteBoolean("direct", _direct);
        if (IsSet(5)) form.WriteDate("day", _day);
        if (IsSet(6)) form.WriteDateTime("moment", _moment);
        if (IsSet(7)) form.WriteId<Story>("story_id", _storyId);
        if (IsSet(8)) form.WriteId<Workspace>("workspace_id", _workspaceId);
        if (IsSet(9)) form.WriteValue<BillingType>("type", _type);
        if (IsSet(10)) form.WriteValue<BillingType>("kind", _kind);
        if (IsSet(11)) form.WriteStrings("tags", _tags);
        if (IsSet(12)) form.WriteIdList<Story>("story_ids", _storyIds);
        if (IsSet(13)) form.WriteElement("extra", _extra);
        if (IsSet(14)) form.WriteDecimalMap("scores", _scores);
        if (IsSet(0)) form.WriteFile("data", _data);
    }

    protected override void Validate(RequestValidator check)
    {
        check.RequiredWhen(_direct != true, _data is not null, "Data", "direct is not true");
        check.MaxLength(1, _filename, 40, "Filename");
    }
}
