using Kantata.Generator.Tests.Testing;

namespace Kantata.Generator.Tests.Fuzzing;

/// <summary>The documents of one resource, small enough to be compiled thousands of times.</summary>
/// <param name="Folder">The folder of its pages.</param>
/// <param name="Entities">The entities that it answers with.</param>
internal sealed record FuzzedResource(string Folder, params string[] Entities)
{
    /// <summary>Between them they have every kind of filter, member, include, order, requirement, batch and answer.</summary>
    public static IReadOnlyList<FuzzedResource> All { get; } =
    [
        new("billing-milestones", "BillingMilestone"),
        new("skills", "Skill"),
        new("external-references", "ExternalReference"),
        new("expense-categories", "ExpenseCategory"),
        new("time-entries", "TimeEntry"),
        new("custom-field-values", "CustomFieldValue"),
        new("workspace-task-status-sets"),
        new("attachments", "Attachments"),
    ];

    public IReadOnlyList<InMemoryText> Documents { get; } =
    [
        .. BundledSpec.All.Where(document =>
            document.Name.StartsWith($"pages/{Folder}/", StringComparison.Ordinal)
            || Entities.Any(entity => document.Name.StartsWith($"entities/{entity}.", StringComparison.Ordinal))),
    ];
}
