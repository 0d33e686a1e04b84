#nullable enable annotations
using Kantata.Runtime;

namespace Kantata;

public partial class KantataClient
{
    private CustomBrandingClient? _customBranding;
    public virtual CustomBrandingClient CustomBranding => _customBranding ??= new(Connection);
}

public partial class CustomBrandingClient : ResourceClient
{
    private static readonly ResponseFormat s_format = new("private_label", new("private_label", PrivateLabel.Shape), new("stories", Story.Shape));
    private static readonly Operation s_get = new("GET", "/custom_branding", s_format);

    internal CustomBrandingClient(KantataConnection connection) : base(connection) { }
    protected CustomBrandingClient() { }

    public virtual Task<PrivateLabel> GetAsync(CancellationToken cancellationToken = default)
        => SendForOneAsync<PrivateLabel>(s_get, [], null, null, cancellationToken);
}

public partial class PrivateLabel : KantataEntity<PrivateLabel>
{
    internal static readonly ObjectShape Shape = new(static () => new PrivateLabel(), "id", "status", "story_id", "title");

    public MilestoneStatus? Status { get; set; }
    public Id<Story>? StoryId { get; set; }
    public string? Title { get; set; }

    public Story? Story { get => One(0, "story", "stories", StoryId ?? default); set => Assign(0, value); }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<PrivateLabel>() ?? default; break;
                case 1: Status = json.Object<MilestoneStatus>(MilestoneStatus.Shape); break;
                case 2: StoryId = json.Id<Story>(); break;
                case 3: Title = json.String(); break;
            }
        }
    }
}
