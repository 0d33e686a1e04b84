using BillingDesk.Output;
using Kantata;

namespace BillingDesk.Morning;

/// <summary>Next year's milestones of a project, all in one call.</summary>
internal static class MilestoneBatch
{
    private const int Visits = 250;

    // What the API takes in one request; the client sees to it, the bar only counts.
    private const int BatchSize = 100;

    public static async Task CreateAsync(Desk desk, IOutput output, CancellationToken cancellationToken)
    {
        output.Heading($"{Visits} milestones");

        IEnumerable<BillingMilestoneCreateRequest> drafts = Draft(desk);
        int before = desk.Requests.Count;
        IReadOnlyList<BillingMilestone> created = await output.ShowProgressAsync(
            $"Creating {Visits} milestones",
            (Visits + BatchSize - 1) / BatchSize,
            progress => CreateAsync(desk, drafts, progress, cancellationToken));

        long total = created.Sum(milestone => milestone.AmountInCents ?? 0);
        output.Line($"\"{created[0].Title}\" to \"{created[^1].Title}\", {Format.Money(total, created[0].Currency)} together, in {Format.Count(desk.Requests.Count - before)} requests.");
    }

    private static IEnumerable<BillingMilestoneCreateRequest> Draft(Desk desk)
    {
        DateOnly firstVisit = desk.Quarter.LastDay.AddMonths(4);
        return Enumerable.Range(1, Visits).Select(number => new BillingMilestoneCreateRequest
        {
            Title = $"Inspection visit {number}",
            AmountInCents = 48_000,
            WorkspaceId = desk.Projects[0],
            DateToInvoice = firstVisit.AddDays(number),
        });
    }

    private static async Task<IReadOnlyList<BillingMilestone>> CreateAsync(Desk desk, IEnumerable<BillingMilestoneCreateRequest> drafts, IProgress<int> progress, CancellationToken cancellationToken)
    {
        int before = desk.Requests.Count;
        void Report(object? sender, EventArgs e) => progress.Report(desk.Requests.Count - before);

        desk.Requests.Added += Report;
        try
        {
            return await desk.Kantata.BillingMilestones.CreateManyAsync(drafts, cancellationToken: cancellationToken);
        }
        finally
        {
            desk.Requests.Added -= Report;
        }
    }
}
