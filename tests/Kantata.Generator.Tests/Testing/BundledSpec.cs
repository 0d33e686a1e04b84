namespace Kantata.Generator.Tests.Testing;

/// <summary>The documents that the package bundles.</summary>
internal static class BundledSpec
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "spec");

    private static readonly string[] s_billing =
    [
        "overlay.json",
        "pages/billing-milestones/",
        "pages/invoices/",
        "entities/AdditionalItem.json",
        "entities/BillingMilestone.json",
        "entities/Expense.json",
        "entities/ExternalReference.json",
        "entities/FixedFeeItem.json",
        "entities/Invoice.json",
        "entities/Story.json",
        "entities/TimeEntry.json",
        "entities/User.json",
        "entities/Workspace.json",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<InMemoryText> All { get; } =
    [
        .. Directory.EnumerateFiles(s_folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => new InMemoryText(Path.GetRelativePath(s_folder, file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    /// <summary>Those of billing milestones and invoices: enough where the size of the API does not matter.</summary>
    public static IReadOnlyList<InMemoryText> Billing { get; } =
        [.. All.Where(text => s_billing.Any(name => text.Name.StartsWith(name, StringComparison.Ordinal)))];

    /// <summary>The text of one bundled document.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(s_folder, name));
}
