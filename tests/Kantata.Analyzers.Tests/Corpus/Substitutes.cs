using System.Linq.Expressions;
using FakeItEasy;
using Moq;
using NSubstitute;

namespace Corpus.Substitutes;

/// <summary>Clients that a library for substitutes makes: what is called on them may be a set-up or a check, and sends nothing.</summary>
public sealed class SubstituteTests
{
    private readonly KantataClient _kantata = Substitute.For<KantataClient>();

    public async Task A_substitute_answers_what_it_is_told()
    {
        _kantata.BillingMilestones.GetAsync(1).Returns(new BillingMilestone { Story = new Story { Title = "a story" } });

        BillingMilestone milestone = await _kantata.BillingMilestones.GetAsync(1);

        Console.WriteLine(milestone.Story?.Title);
    }

    public void Calls_are_checked()
    {
        _kantata.BillingMilestones.Received().DeleteAsync(1);
        _kantata.Received(2).BillingMilestones.List();
        _kantata.BillingMilestones.DidNotReceive().DeleteAsync(2);
        Received.InOrder(() =>
        {
            _kantata.BillingMilestones.GetAsync(1);
            _kantata.BillingMilestones.DeleteAsync(1);
        });
        _kantata.BillingMilestones.When(milestones => milestones.DeleteAsync(3)).Do(() => throw new InvalidOperationException());
    }

    public void Mocks_are_set_up_and_checked()
    {
        Mock<BillingMilestonesClient> milestones = new();
        milestones.Setup(client => client.GetAsync(1, null, default)).Returns(Task.FromResult(new BillingMilestone()));
        milestones.Verify(client => client.DeleteAsync(1, default));
        milestones.Check(client => client.DeleteAsync(2, default));
    }

    public void What_a_substitute_is_expected_to_get_need_not_be_whole()
    {
        _kantata.BillingMilestones.Received().UpdateAsync(1, new() { BillingType = BillingType.UponCompletion });
        Mock<BillingMilestonesClient> milestones = new();
        milestones.Setup(client => client.UpdateAsync(1, new() { BillingType = "upon_completion" }, null, default)).Returns(Task.FromResult(new BillingMilestone()));
        milestones.Verify(client => client.List().DateBetween(new(2026, 2, 1), new(2026, 1, 1)).GetPageAsync(1, 500, default));
    }

    public async Task A_mock_answers_what_it_is_told()
    {
        Mock<KantataClient> mock = new();
        KantataClient kantata = mock.Object;
        foreach (var milestone in await kantata.BillingMilestones.List().ToListAsync())
        {
            Console.WriteLine(milestone.Title);
        }

        Console.WriteLine((await kantata.BillingMilestones.GetAsync(1)).Story?.Title);
    }

    public async Task A_fake_answers_what_it_is_told()
    {
        KantataClient fake = A.Fake<KantataClient>();
        A.CallTo(() => fake.BillingMilestones.GetAsync(1, null, default));
        Console.WriteLine((await fake.BillingMilestones.GetAsync(1)).Story?.Title);
    }
}
