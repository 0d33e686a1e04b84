namespace Kantata.Runtime;

/// <summary>Reads how the server names a field: <c>title</c>, <c>external_reference.service_name</c> or <c>stories[3][title]</c>.</summary>
internal static class FieldPath
{
    public static string[] Parts(string? field) =>
        field is null ? [] : field.Split(['.', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
