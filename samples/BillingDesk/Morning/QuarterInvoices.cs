using BillingDesk.Output;
using Kantata;

namespace BillingDesk.Morning;

/// <summary>The invoices of the quarter: what was worked for them, what is still due, and who is to be reminded.</summary>
internal static class QuarterInvoices
{
    private const int MostReminders = 10;

    public static async Task ShowAsync(Desk desk, IOutput output, CancellationToken cancellationToken)
    {
        output.Heading($"Invoices of {desk.Quarter}");

        // A query does not change, so that one can be asked in two ways: first only how many there are, then for all with their associations.
        InvoicesListQuery ofQuarter = desk.Kantata.Invoices.List()
            .WithinDates(desk.Quarter.FirstDay, desk.Quarter.LastDay)
            .WithoutDrafts()
            .OrderByInvoiceDate();
        Page<Invoice> first = await ofQuarter.GetPageAsync(1, pageSize: 1, cancellationToken);
        int before = desk.Requests.Count;
        IReadOnlyList<Invoice> invoices = await output.ShowProgressAsync(
            $"Reading {Format.Count(first.TotalCount)} invoices",
            first.TotalCount,
            progress => ReadAsync(ofQuarter, progress, cancellationToken));
        output.Line($"{Format.Count(invoices.Count)} invoices on {Format.Count(desk.Requests.Count - before)} pages.");

        output.Show(SumByProject(invoices));
        output.Line("Longest overdue:");
        output.Show(Reminders(invoices, desk.Today));
    }

    private static async Task<IReadOnlyList<Invoice>> ReadAsync(InvoicesListQuery query, IProgress<int> progress, CancellationToken cancellationToken)
    {
        List<Invoice> invoices = [];
        InvoicesListQuery complete = query.IncludeWorkspaces().IncludeTimeEntries().IncludeExpenses().IncludeRecipient().IncludeUser();
        await foreach (Invoice invoice in complete.WithCancellation(cancellationToken))
        {
            invoices.Add(invoice);
            progress.Report(invoices.Count);
        }

        return invoices;
    }

    private static Sheet SumByProject(IReadOnlyList<Invoice> invoices)
    {
        Sheet sheet = new(new("Project"), new("Invoices", IsAmount: true), new("Time", IsAmount: true), new("Expenses", IsAmount: true), new("Still due", IsAmount: true));

        // Amounts of different currencies have no sum.
        foreach (var group in invoices.GroupBy(invoice => (Project: Projects(invoice), invoice.Currency)).OrderBy(group => group.Key.Project, StringComparer.Ordinal))
        {
            sheet.Add(
                group.Key.Project,
                Format.Count(group.Count()),
                Format.Hours(group.Sum(Minutes)),
                Format.Money(group.SelectMany(invoice => invoice.Expenses).Sum(expense => expense.AmountInCents ?? 0), group.Key.Currency),
                Format.Money(group.Sum(invoice => invoice.BalanceInCents ?? 0), group.Key.Currency));
        }

        return sheet;
    }

    private static Sheet Reminders(IReadOnlyList<Invoice> invoices, DateOnly today)
    {
        Sheet sheet = new(new("Invoice"), new("Due"), new("Project"), new("To"), new("From"), new("Time", IsAmount: true), new("Still due", IsAmount: true));
        IEnumerable<Invoice> overdue = invoices
            .Where(invoice => invoice.Status == InvoiceStatus.New && invoice.BalanceInCents > 0 && invoice.DueDate < today)
            .OrderBy(invoice => invoice.DueDate)
            .ThenByDescending(invoice => invoice.BalanceInCents)
            .Take(MostReminders);
        foreach (Invoice invoice in overdue)
        {
            sheet.Add(
                invoice.Title,
                Format.Date(invoice.DueDate),
                Projects(invoice),
                invoice.Recipient?.FullName,
                invoice.User?.FullName,
                Format.Hours(Minutes(invoice)),
                Format.Money(invoice.BalanceInCents, invoice.Currency, invoice.CurrencyBaseUnit ?? 100));
        }

        return sheet;
    }

    private static string Projects(Invoice invoice) => string.Join(", ", invoice.Workspaces.Select(workspace => workspace.Title));

    private static long Minutes(Invoice invoice) => invoice.TimeEntries.Sum(entry => entry.TimeInMinutes ?? 0);
}
