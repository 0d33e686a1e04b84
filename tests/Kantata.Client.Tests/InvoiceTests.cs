using Xunit;

namespace Kantata.Client.Tests;

public sealed class InvoiceTests : EmulatedApi
{
    [Fact]
    public async Task An_invoice_brings_its_time_entries_and_its_people()
    {
        Invoice invoice = await Kantata.Invoices.GetAsync(100, query => query.IncludeTimeEntries().IncludeUser().IncludeRecipient());

        Assert.Equal([90L, 30L], invoice.TimeEntries.Select(entry => entry.TimeInMinutes ?? 0));
        Assert.Equal("Ada Example", invoice.User?.FullName);
        Assert.Null(invoice.Recipient);
    }

    [Fact]
    public async Task Paid_invoices_are_told_from_others()
    {
        Page<Invoice> paid = await Kantata.Invoices.List().Paid().GetPageAsync(1);

        Invoice invoice = Assert.Single(paid);
        Assert.Equal(InvoiceStatus.AcceptedPayment, invoice.Status);
    }

    [Fact]
    public async Task An_invoice_is_cancelled()
    {
        Invoice cancelled = await Kantata.Invoices.CancelAsync(100);

        Assert.Equal(InvoiceStatus.Cancelled, cancelled.Status);
    }

    [Fact]
    public async Task The_next_number_is_an_object_of_its_own()
    {
        InvoiceNextNumberResult next = await Kantata.Invoices.GetNextNumberAsync();

        Assert.False(string.IsNullOrEmpty(next.NextInvoiceNumber));
    }

    [Fact]
    public async Task An_invoice_about_nothing_is_refused_before_it_is_sent()
    {
        KantataRequestException fault = await Assert.ThrowsAsync<KantataRequestException>(() =>
            Kantata.Invoices.CreateAsync(new() { PaymentSchedule = 30, WorkspaceId = 10 }));

        Assert.Contains("TimeEntryIds", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task An_invoice_is_made_of_what_is_billed()
    {
        Invoice created = await Kantata.Invoices.CreateAsync(new()
        {
            PaymentSchedule = 30,
            WorkspaceId = 10,
            FixedFeeItems = [new() { Notes = "Fee", Amount = 100, WorkspaceId = 10 }],
        });

        Assert.Equal(30, created.PaymentSchedule);
    }
}
