using System.Collections.ObjectModel;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>What few objects need, kept apart so that the many stay small.</summary>
internal sealed class ObjectExtras
{
    public static readonly IReadOnlyDictionary<string, JsonElement> NoMembers = ReadOnlyDictionary<string, JsonElement>.Empty;

    // Tells an association that was never assigned from one that was assigned null.
    private static readonly object _assignedNull = new();

    private object?[] _assigned = [];
    private BitSet _received;
    private Dictionary<string, JsonElement>? _unknownMembers;

    public IReadOnlyDictionary<string, JsonElement> UnknownMembers => _unknownMembers ?? NoMembers;

    public void Receive(int bit) => _received.Add(bit);

    public bool Received(int bit) => _received.Contains(bit);

    public void Assign(int slot, object? value)
    {
        if (slot >= _assigned.Length)
        {
            Array.Resize(ref _assigned, slot + 1);
        }

        _assigned[slot] = value ?? _assignedNull;
    }

    public bool TryGetAssigned(int slot, out object? value)
    {
        object? held = slot < _assigned.Length ? _assigned[slot] : null;
        value = ReferenceEquals(held, _assignedNull) ? null : held;
        return held is not null;
    }

    public void Keep(string member, JsonElement value) => (_unknownMembers ??= new(StringComparer.Ordinal))[member] = value;
}
