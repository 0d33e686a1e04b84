using System.Text.Json;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Answers;

/// <summary>The values that documents hold where the list leaves them open.</summary>
internal static class ListedSample
{
    /// <summary>The key of the only object of a map.</summary>
    public const string MapKey = "time_entries";

    /// <summary>The id that polymorphic associations lead to.</summary>
    public const string ReferredId = "900";

    /// <summary>The ids that a field holds.</summary>
    public static IEnumerable<string> Ids(ListedField field) => field.Json is { ValueKind: JsonValueKind.Array } ids
        ? ids.EnumerateArray().Select(static id => id.ToString())
        : [field.Json!.Value.ToString()];
}
