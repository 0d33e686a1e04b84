namespace Kantata.Benchmarks.Decoding;

/// <summary>What a page holds.</summary>
public enum PageContent
{
    /// <summary>200 invoices of 27 members, with 1,000 time entries, 20 users and 20 workspaces of 60 members: about 700 KB.</summary>
    Billing,

    /// <summary>200 stories, as the API answers them.</summary>
    Stories,

    /// <summary>200 time entries, as the API answers them.</summary>
    TimeEntries,
}
