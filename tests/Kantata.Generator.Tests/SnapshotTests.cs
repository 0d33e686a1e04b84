using Kantata.Generator.Tests.Testing;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>What is generated, file by file, as people reviewed it: see the folder <c>__snapshots__</c>.</summary>
public sealed class SnapshotTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(BundledSpec.Billing);

    public static TheoryData<string> Files { get; } =
    [
        "KantataClient.g.cs",
        "BillingMilestonesClient.g.cs",
        "InvoicesClient.g.cs",
        "BillingMilestone.g.cs",
        "Invoice.g.cs",
        "ExternalReference.g.cs",
        "Shared.g.cs",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_generated_file_is_as_reviewed(string file) =>
        Snapshot.Match(s_run.Source(file), new SnapshotNameExtension(file));
}
