using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>
/// The objects of request bodies that the overlay gives one class wherever they are. The first field that has such an object says
/// what the class is like.
/// </summary>
internal sealed class SharedRequests : IEquatable<SharedRequests>
{
    private readonly Dictionary<string, string> _typeByAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SharedRequest> _requests = new(StringComparer.Ordinal);

    public SharedRequests(IEnumerable<Resource> resources, ApiNames names, NameScope types)
    {
        foreach (SharedName shared in names.RequestObjects)
        {
            string type = types.Claim(Identifier.Pascal(shared.Name) + "Request", "Model");
            foreach (string address in shared.Fields)
            {
                _typeByAddress[address] = type;
            }
        }

        foreach (Resource resource in _typeByAddress.Count == 0 ? [] : resources)
        {
            foreach (Operation operation in resource.Operations)
            {
                if (RequestShaper.HasModel(operation))
                {
                    Find(resource, operation, "", operation.Body!.Fields);
                }
            }
        }
    }

    /// <summary>All that a field has.</summary>
    public IEnumerable<SharedRequest> All => _requests.Values;

    /// <summary>The object that a field shares with others; null where it has one of its own.</summary>
    public SharedRequest? Find(Operation operation, string path) =>
        FindType(operation, path) is { } type && _requests.TryGetValue(type, out SharedRequest? request) ? request : null;

    /// <summary>Whether the same fields share classes of the same names and forms.</summary>
    public bool Equals(SharedRequests? other) =>
        other is not null
        && ApiOutline.AreEqual(_typeByAddress, other._typeByAddress)
        && _requests.Count == other._requests.Count
        && _requests.All(pair => other._requests.TryGetValue(pair.Key, out SharedRequest? request) && request.Field == pair.Value.Field);

    public override bool Equals(object? obj) => Equals(obj as SharedRequests);

    public override int GetHashCode() => _requests.Count;

    private void Find(Resource resource, Operation operation, string prefix, EquatableArray<Value> fields)
    {
        foreach (Value field in fields)
        {
            if (!RequestShaper.HasMembers(field))
            {
                continue;
            }

            string path = prefix + field.Name;
            if (FindType(operation, path) is { } type && !_requests.ContainsKey(type))
            {
                _requests.Add(type, new SharedRequest(type, resource, operation, path, field));
            }

            Find(resource, operation, path + ".", field.Members);
        }
    }

    private string? FindType(Operation operation, string path) =>
        _typeByAddress.TryGetValue($"{operation.Key} {path}", out string? type) || _typeByAddress.TryGetValue("* " + path, out type) ? type : null;
}

/// <summary>An object of request bodies that has one class wherever it is.</summary>
/// <param name="Type">The class.</param>
/// <param name="Resource">The resource of the first field that has it.</param>
/// <param name="Operation">The operation of that field.</param>
/// <param name="Path">The path of that field in the body.</param>
/// <param name="Field">The field.</param>
internal sealed record SharedRequest(string Type, Resource Resource, Operation Operation, string Path, Value Field);
