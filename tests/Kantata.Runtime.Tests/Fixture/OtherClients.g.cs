#nullable enable annotations
using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

public partial class StoriesClient : ResourceClient
{
    private static readonly ResponseFormat s_format = new("stories", new("stories", Story.Shape), new("workspaces", Workspace.Shape));
    private static readonly Operation s_list = new("GET", "/stories", s_format);

    internal StoriesClient(KantataConnection connection) : base(connection) { }
    protected StoriesClient() { }

    public virtual StoriesListQuery List() => new(Source(s_list));
}

public partial class StoriesListQuery : ListQuery<StoriesListQuery, Story>
{
    internal StoriesListQuery(ListSource source) : base(source) { }

    public StoriesListQuery IncludeParent() => Include("parent");
    public StoriesListQuery IncludeSubStories() => Include("sub_stories");
    public StoriesListQuery IncludeWorkspace() => Include("workspace");
    public StoriesListQuery WithTagNames() => OptionalField("tag_names");
}

public partial class InvoicesClient : ResourceClient
{
    private static readonly ResponseFormat s_format = new("invoices", new("invoices", Invoice.Shape), new("workspaces", Workspace.Shape));
    private static readonly Operation s_next = new("GET", "/invoices/next_invoice_number");
    private static readonly Operation s_reports = new("GET", "/invoices/{id}/numbers/{number}");
    private static readonly Operation s_paid = new("PUT", "/invoices/paid", s_format);
    private static readonly Operation s_file = new("GET", "/invoices/{id}.pdf");
    private static readonly Operation s_resend = new("PUT", "/invoices/{id}/resend");

    internal InvoicesClient(KantataConnection connection) : base(connection) { }
    protected InvoicesClient() { }

    public virtual Task<NextInvoiceNumber> GetNextInvoiceNumberAsync(CancellationToken cancellationToken = default)
        => SendForObjectAsync<NextInvoiceNumber>(s_next, [], null, null, NextInvoiceNumber.Shape, cancellationToken);

    public virtual Task<IReadOnlyList<NextInvoiceNumber>> GetNumbersAsync(Id<Invoice> id, string number, CancellationToken cancellationToken = default)
        => SendForArrayAsync<NextInvoiceNumber>(s_reports, [id.ToString(), number], null, null, NextInvoiceNumber.Shape, cancellationToken);

    public virtual Task<IReadOnlyList<Invoice>> MarkAsPaidAsync(CancellationToken cancellationToken = default)
        => SendForManyAsync<Invoice>(s_paid, [], null, null, cancellationToken);

    public virtual Task<Stream> DownloadAsync(Id<Invoice> id, CancellationToken cancellationToken = default)
        => SendForFileAsync(s_file, [id.ToString()], null, null, cancellationToken);

    public virtual Task<JsonElement> ResendAsync(Id<Invoice> id, CancellationToken cancellationToken = default)
        => SendForJsonAsync(s_resend, [id.ToString()], null, null, cancellationToken);
}

public partial class TimeEntriesClient : ResourceClient
{
    private static readonly Operation s_deleteMany = new("DELETE", "/time_entries") { BulkKey = "ids", BulkLimit = 100 };
    private static readonly Operation s_deleteExpenses = new("DELETE", "/expenses") { BulkKey = "ids", BulkInQuery = true, BulkLimit = 100, BulkAnswerKey = "deleted" };

    internal TimeEntriesClient(KantataConnection connection) : base(connection) { }
    protected TimeEntriesClient() { }

    public virtual Task DeleteManyAsync(IEnumerable<Id<TimeEntry>> ids, IProgress<KantataBatchProgress>? progress = null, CancellationToken cancellationToken = default)
        => DeleteBatchesAsync(s_deleteMany, [], ids, progress, cancellationToken);

    public virtual Task DeleteManyAsync(IAsyncEnumerable<Id<TimeEntry>> ids, IProgress<KantataBatchProgress>? progress = null, CancellationToken cancellationToken = default)
        => DeleteBatchesAsync(s_deleteMany, [], ids, progress, cancellationToken);

    public virtual Task<IReadOnlyList<Id<Expense>>> DeleteExpensesAsync(IEnumerable<Id<Expense>> ids, IProgress<KantataBatchProgress>? progress = null, CancellationToken cancellationToken = default)
        => DeleteBatchesAsync(s_deleteExpenses, [], ids, progress, cancellationToken);
}

public sealed class TimeEntry;

public sealed class Expense;
