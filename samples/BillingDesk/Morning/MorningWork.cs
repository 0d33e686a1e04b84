using BillingDesk.Output;

namespace BillingDesk.Morning;

/// <summary>What a biller does of a morning, in its order.</summary>
internal static class MorningWork
{
    public static async Task DoAsync(Desk desk, IOutput output, CancellationToken cancellationToken)
    {
        output.Line(desk.IsReal
            ? $"KANTATA_TOKEN is set: this is the real API, and it is only read. Today is {Format.Date(desk.Today)}, in {desk.Quarter}."
            : $"This is the emulator in this process, with the records of seed.json. Its today is {Format.Date(desk.Today)}, in {desk.Quarter}.");

        await DueMilestones.ShowAsync(desk, output, cancellationToken);
        if (!desk.IsReal)
        {
            await MilestoneChanges.MakeAsync(desk, output, cancellationToken);
            await MilestoneBatch.CreateAsync(desk, output, cancellationToken);
        }

        await QuarterInvoices.ShowAsync(desk, output, cancellationToken);
        if (!desk.IsReal)
        {
            await Refusals.ShowAsync(desk, output, cancellationToken);
        }

        output.Heading("Done");
        output.Line($"{Format.Count(desk.Requests.Count)} requests were answered.");
    }
}
