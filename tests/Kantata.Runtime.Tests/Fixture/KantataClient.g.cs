// What generated code looks like, written by hand: a client of a few resources.
#nullable enable annotations
using Kantata.Runtime;

namespace Kantata;

public partial class KantataClient : KantataClientBase
{
    public KantataClient(string accessToken) : base(accessToken) { }
    public KantataClient(KantataClientOptions options) : base(options) { }
    public KantataClient(KantataClientOptions options, HttpClient httpClient) : base(options, httpClient) { }
    protected KantataClient() { }

    private BillingMilestonesClient? _billingMilestones;
    public virtual BillingMilestonesClient BillingMilestones => _billingMilestones ??= new(Connection);

    private InvoicesClient? _invoices;
    public virtual InvoicesClient Invoices => _invoices ??= new(Connection);

    private StoriesClient? _stories;
    public virtual StoriesClient Stories => _stories ??= new(Connection);

    private TimeEntriesClient? _timeEntries;
    public virtual TimeEntriesClient TimeEntries => _timeEntries ??= new(Connection);
}
