using System.Text.Json;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>Finds in the body of an operation what a parameter of its method takes.</summary>
internal static class ListedBody
{
    /// <summary>What belongs to a parameter; null where nothing does.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="isModel">Whether the parameter takes a request, not a single field.</param>
    public static JsonElement? Find(ListedOperation operation, string parameter, bool isModel)
    {
        JsonElement? fields = operation.Form is { } form ? JsonSerializer.SerializeToElement(FormFields(form)) : operation.Body;
        if (fields is not { ValueKind: JsonValueKind.Object } body)
        {
            return null;
        }

        return isModel ? operation.Form is null ? Fields(body) : body : body.EnumerateObject()
            .Where(member => CSharpName.Camel(member.Name) == parameter)
            .Select(static member => (JsonElement?)member.Value)
            .FirstOrDefault();
    }

    /// <summary>The fields of a body: those below its wrapper, or its own where it has none.</summary>
    public static JsonElement Fields(JsonElement body)
    {
        JsonProperty[] members = [.. body.EnumerateObject()];
        return members is [{ Value.ValueKind: JsonValueKind.Object } wrapper] ? wrapper.Value : body;
    }

    /// <summary>The fields of a form by their own names: <c>attachment[type]</c> is <c>type</c>.</summary>
    private static Dictionary<string, JsonElement> FormFields(IReadOnlyDictionary<string, JsonElement> form) =>
        form.ToDictionary(static part => part.Key[(part.Key.IndexOf('[', StringComparison.Ordinal) + 1)..].TrimEnd(']'), static part => part.Value);
}
