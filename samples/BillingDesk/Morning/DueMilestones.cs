using BillingDesk.Output;
using Kantata;

namespace BillingDesk.Morning;

/// <summary>The milestones that can be invoiced by today and are on no invoice.</summary>
internal static class DueMilestones
{
    public static async Task ShowAsync(Desk desk, IOutput output, CancellationToken cancellationToken)
    {
        output.Heading($"Milestones due in {desk.Quarter}");

        BillingMilestonesListQuery milestones = desk.Kantata.BillingMilestones.List()
            .DateBetween(desk.Quarter.FirstDay, desk.Today)
            .IncludeStory()
            .IncludeWorkspace()
            .OrderByCreatedAt();
        if (desk.Projects.Count > 0)
        {
            milestones = milestones.WorkspaceIds(desk.Projects);
        }

        List<BillingMilestone> due = [];
        await foreach (BillingMilestone milestone in milestones.WithCancellation(cancellationToken))
        {
            if (milestone.InvoiceId is null)
            {
                due.Add(milestone);
            }
        }

        // The API orders them by creation only.
        Sheet sheet = new(new("Due"), new("Project"), new("Milestone"), new("Task"), new("Amount", IsAmount: true));
        foreach (BillingMilestone milestone in due.OrderBy(milestone => milestone.DateToInvoice))
        {
            sheet.Add(
                Format.Date(milestone.DateToInvoice),
                milestone.Workspace?.Title,
                milestone.Title,
                milestone.Story?.Title,
                Format.Money(milestone.AmountInCents, milestone.Currency));
        }

        output.Show(sheet);
        output.Line($"{Format.Count(due.Count)} milestones can be invoiced.");
    }
}
