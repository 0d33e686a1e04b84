#nullable enable annotations
using Kantata.Runtime;

namespace Kantata;

public partial class ExternalReference : KantataEntity<ExternalReference>
{
    internal static readonly ObjectShape Shape = new(static () => new ExternalReference(), "id", "service_name");

    public string? ServiceName { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<ExternalReference>() ?? default; break;
                case 1: ServiceName = json.String(); break;
            }
        }
    }
}

public partial class Invoice : KantataEntity<Invoice>
{
    internal static readonly ObjectShape Shape = new(static () => new Invoice(), "id", "title", "workspace_ids");

    private IReadOnlyList<Id<Workspace>>? _workspaceIds;

    public string? Title { get; set; }
    public IReadOnlyList<Id<Workspace>>? WorkspaceIds { get { NeedsInclude(0, "workspaces"); return _workspaceIds; } set { _workspaceIds = value; Receive(0); } }
    public IReadOnlyList<Workspace> Workspaces { get => Many(0, "workspaces", "workspaces", _workspaceIds, Received(0)); set => Assign(0, value); }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<Invoice>() ?? default; break;
                case 1: Title = json.String(); break;
                case 2: _workspaceIds = json.Ids<Workspace>(); Receive(0); break;
            }
        }
    }
}

public partial class Story : KantataEntity<Story>
{
    internal static readonly ObjectShape Shape = new(static () => new Story(), "id", "parent_id", "sub_story_ids", "tag_names", "title", "workspace_id");

    private IReadOnlyList<Id<Story>>? _subStoryIds;
    private Id<Story> _parentId;
    private IReadOnlyList<string>? _tagNames;

    public Id<Story>? ParentId { get { NeedsInclude(0, "parent"); return _parentId.OrNull; } set { _parentId = value ?? default; Receive(0); } }
    public IReadOnlyList<Id<Story>>? SubStoryIds { get { NeedsInclude(1, "sub_stories"); return _subStoryIds; } set { _subStoryIds = value; Receive(1); } }
    public IReadOnlyList<string>? TagNames { get { NeedsOptionalField(2, "tag_names"); return _tagNames; } set { _tagNames = value; Receive(2); } }
    public string? Title { get; set; }
    public Id<Workspace>? WorkspaceId { get; set; }

    public Story? Parent { get => One(0, "parent", "stories", _parentId, Received(0)); set => Assign(0, value); }
    public IReadOnlyList<Story> SubStories { get => Many(1, "sub_stories", "stories", _subStoryIds, Received(1)); set => Assign(1, value); }
    public Workspace? Workspace { get => One(2, "workspace", "workspaces", WorkspaceId ?? default); set => Assign(2, value); }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<Story>() ?? default; break;
                case 1: json.ReadId(ref _parentId); Receive(0); break;
                case 2: _subStoryIds = json.Ids<Story>(); Receive(1); break;
                case 3: _tagNames = json.Strings(); Receive(2); break;
                case 4: Title = json.String(); break;
                case 5: WorkspaceId = json.Id<Workspace>(); break;
            }
        }
    }
}

public partial class Workspace : KantataEntity<Workspace>
{
    internal static readonly ObjectShape Shape = new(static () => new Workspace(), "id", "title");

    public string? Title { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<Workspace>() ?? default; break;
                case 1: Title = json.String(); break;
            }
        }
    }
}

public partial class NextInvoiceNumber : KantataObject
{
    internal static readonly ObjectShape Shape = new(static () => new NextInvoiceNumber(), "next_invoice_number");

    public string? Number { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Number = json.String(); break;
            }
        }
    }
}
