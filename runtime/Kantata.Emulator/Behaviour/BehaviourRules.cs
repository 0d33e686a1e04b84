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

    /// <summary>The operations that change a record by being called.</summary>
    public IReadOnlyDictionary<string, ActionRule> Actions { get; init; } = new Dictionary<string, ActionRule>();

    /// <summary>For each collection, the fields of a new record whose request leaves them out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Defaults { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>();

    /// <summary>For each collection, the field by which a record sent inside another one replaces an earlier one.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>The numbers that the server counts.</summary>
    public IReadOnlyList<SequenceRule> Sequences { get; init; } = [];

    /// <summary>Finds the rule for a filter of an operation.</summary>
    public FilterRule? FindFilter(string operation, string filter) =>
        Filters.GetValueOrDefault(operation + " " + filter) ?? Filters.GetValueOrDefault(filter);

    private static BehaviourRules ReadBundled()
    {
        using Stream resource = typeof(BehaviourRules).Assembly.GetManifestResourceStream("behaviour.json")!;
        return JsonSerializer.Deserialize(resource, BehaviourJson.Default.BehaviourRules)!;
    }
}
