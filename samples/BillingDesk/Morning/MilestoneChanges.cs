using BillingDesk.Output;
using Kantata;

namespace BillingDesk.Morning;

/// <summary>A milestone is created, corrected and deleted.</summary>
internal static class MilestoneChanges
{
    public static async Task MakeAsync(Desk desk, IOutput output, CancellationToken cancellationToken)
    {
        output.Heading("One milestone");

        BillingMilestonesClient milestones = desk.Kantata.BillingMilestones;
        BillingMilestone created = await milestones.CreateAsync(
            new()
            {
                Title = "Wiring diagrams aproved",
                AmountInCents = 1_250_000,
                WorkspaceId = desk.Projects[0],
                DateToInvoice = desk.Today.AddDays(14),
            },
            query => query.IncludeWorkspace(),
            cancellationToken);
        output.Line($"Created:   {Describe(created)}");

        // What is not set is not sent and stays as it is; the date is set, to null, so it is taken away.
        BillingMilestone corrected = await milestones.UpdateAsync(
            created.Id,
            new() { Title = "Wiring diagrams approved", DateToInvoice = null },
            query => query.IncludeWorkspace(),
            cancellationToken);
        output.Line($"Corrected: {Describe(corrected)}");

        await milestones.DeleteAsync(created.Id, cancellationToken);
        output.Line($"Deleted:   {created.Id}");
    }

    private static string Describe(BillingMilestone milestone) =>
        $"{milestone.Id}, \"{milestone.Title}\", {milestone.Workspace?.Title}, {Format.Money(milestone.AmountInCents, milestone.Currency)}, "
        + (milestone.DateToInvoice is null ? "no date yet" : $"from {Format.Date(milestone.DateToInvoice)}");
}
