namespace Corpus.TestDoubles;

/// <summary>Clients that answer what a test tells them to.</summary>
public sealed class FakeMilestones : BillingMilestonesClient
{
    public override Task<BillingMilestone> GetAsync(
        Id<BillingMilestone> id, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new BillingMilestone { Id = id, Title = "made by hand", Story = new Story { Title = "a story" } });
}

public sealed class FakeClient : KantataClient
{
    private readonly FakeMilestones _milestones = new();

    public override BillingMilestonesClient BillingMilestones => _milestones;
}

public sealed class DeskTests
{
    private readonly KantataClient _kantata = new FakeClient();

    public async Task A_story_is_shown()
    {
        BillingMilestone milestone = await _kantata.BillingMilestones.GetAsync(1);
        Equal("a story", milestone.Story?.Title);
    }

    public async Task A_local_fake_answers_too()
    {
        var kantata = new FakeClient();
        KantataClient same = kantata;
        Equal("a story", (await kantata.BillingMilestones.GetAsync(1)).Story?.Title);
        Equal("a story", (await same.BillingMilestones.GetAsync(1)).Story?.Title);
        Equal("a story", (await new FakeMilestones().GetAsync(1)).Story?.Title);
    }

    public async Task What_was_not_included_throws()
    {
        using KantataClient kantata = new("token");
        BillingMilestone milestone = await kantata.BillingMilestones.GetAsync(1);
        Throws<AssociationNotIncludedException>(() => milestone.Story);
        try
        {
            _ = milestone.Workspace;
        }
        catch (AssociationNotIncludedException exception)
        {
            Equal("workspace", exception.Association);
        }
    }

    public void Misuse_throws()
    {
        using KantataClient kantata = new("token");
        Throws<ArgumentOutOfRangeException>(() => kantata.BillingMilestones.List().Prefetch(-1));
        Throws<ArgumentException>(() => { kantata.BillingMilestones.List().Parameter("page", "2"); });
    }

    private static void Equal(object? expected, object? actual) => Console.WriteLine(Equals(expected, actual));

    private static T Throws<T>(Func<object?> code)
        where T : Exception
    {
        try
        {
            code();
        }
        catch (T exception)
        {
            return exception;
        }

        throw new InvalidOperationException();
    }

    private static T Throws<T>(Action code)
        where T : Exception => Throws<T>(() =>
        {
            code();
            return null;
        });
}
