using System.Text.Json;

namespace Kantata.Emulator.Behaviour;

/// <summary>
/// What the server does and no document says in a form that can be read: data beside this file, so that a new filter or action
/// is an entry and no code. Operations are named by method and path, as in <c>PUT /invoices/{id}/cancel</c>.
/// </summary>
internal sealed record BehaviourRules
{
    private static readonly Lazy<BehaviourRules> s_bundled = new(ReadBundled);

    /// <summary>The rules that the emulator ships with.</summary>
    public static BehaviourRules Bundled => s_bundled.Value;

    /// <summary>The filters that no convention explains, as <c>GET /invoices paid</c> or, where it means the same everywhere, <c>within_dates</c>.</summary>
    public IReadOnlyDictionary<string, FilterRule> Filters { get; init; } = new Dictionary<string, FilterRule>();

    /// <summary>The operations that do more or other than their method and path say.</summary>
    public IReadOnlyDictionary<string, ActionRule> Actions { get; init; } = new Dictionary<string, ActionRule>();

    /// <summary>For each collection, the fields of a new record whose request leaves them out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Defaults { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>();

    /// <summary>For each collection, the field by which a record sent inside another one replaces an earlier one.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>The numbers that the server counts.</summary>
    public IReadOnlyList<SequenceRule> Sequences { get; init; } = [];

    /// <summary>For each collection, what its records tell of the files that were uploaded with them.</summary>
    public IReadOnlyDictionary<string, FileRule> Files { get; init; } = new Dictionary<string, FileRule>();

    /// <summary>
    /// The orders that are not named after their field, as <c>GET /users alphabetical</c> or, where it means the same everywhere,
    /// <c>alphabetical</c>, with the fields of which the first one that the records have is meant. <c>user.full_name</c> is that of
    /// an association.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Orders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Finds the rule for an operation.</summary>
    public ActionRule FindAction(string operation) => Actions.GetValueOrDefault(operation) ?? ActionRule.None;

    /// <summary>Finds the fields that an order of an operation may mean.</summary>
    public IReadOnlyList<string> FindOrder(string operation, string order) =>
        Orders.GetValueOrDefault(operation + " " + order) ?? Orders.GetValueOrDefault(order) ?? [];

    /// <summary>Finds the rule for a filter of an operation.</summary>
    public FilterRule? FindFilter(string operation, string filter) =>
        Filters.GetValueOrDefault(operation + " " + filter) ?? Filters.GetValueOrDefault(filter);

    private static BehaviourRules ReadBundled()
    {
        using Stream resource = typeof(BehaviourRules).Assembly.GetManifestResourceStream("behaviour.json")!;
        return JsonSerializer.Deserialize(resource, BehaviourJson.Default.BehaviourRules)!;
    }
}
