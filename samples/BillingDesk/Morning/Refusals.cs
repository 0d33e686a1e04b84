using System.Diagnostics;
using System.Globalization;
using BillingDesk.Output;
using Kantata;

namespace BillingDesk.Morning;

/// <summary>What it looks like when a request is refused: by the server, and by the client before anything is sent.</summary>
internal static class Refusals
{
    public static async Task ShowAsync(Desk desk, IOutput output, CancellationToken cancellationToken)
    {
        output.Heading("Refused by the server");
        ShowRefusal(output, await CreateInUnknownProjectAsync(desk, cancellationToken));

        output.Heading("Refused before it was sent");
        int before = desk.Requests.Count;
        KantataRequestException refused = await CreateWithoutItsTaskAsync(desk, cancellationToken);
        foreach (string problem in refused.Problems)
        {
            output.Line(problem);
        }

        output.Line($"{Format.Count(desk.Requests.Count - before)} requests were sent.");
    }

    private static void ShowRefusal(IOutput output, KantataValidationException refused)
    {
        output.Line($"{refused.GetType().Name}: {refused.Method} {refused.Path} was answered with {((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture)}.");
        output.Line($"Request id: {refused.RequestId}");
        Sheet sheet = new(new("Type"), new("Field"), new("Message"));
        foreach (KantataError error in refused.Errors)
        {
            sheet.Add(error.Type, error.Field, error.Message);
        }

        output.Show(sheet);
    }

    private static async Task<KantataValidationException> CreateInUnknownProjectAsync(Desk desk, CancellationToken cancellationToken)
    {
        try
        {
            await desk.Kantata.BillingMilestones.CreateAsync(new() { Title = "Site survey", AmountInCents = 90_000, WorkspaceId = 987_654 }, cancellationToken: cancellationToken);
        }
        catch (KantataValidationException refused)
        {
            return refused;
        }

        throw new UnreachableException("The server took a milestone of a project that does not exist.");
    }

    private static async Task<KantataRequestException> CreateWithoutItsTaskAsync(Desk desk, CancellationToken cancellationToken)
    {
        try
        {
            await desk.Kantata.BillingMilestones.CreateAsync(
                new() { Title = "Hand-over", AmountInCents = 400_000, WorkspaceId = desk.Projects[0], BillingType = BillingType.UponCompletion },
                cancellationToken: cancellationToken);
        }
        catch (KantataRequestException refused)
        {
            return refused;
        }

        throw new UnreachableException("A milestone that is billed upon completion was sent without the task to complete.");
    }
}
