using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kantata.Coverage.Tests.List;

/// <summary>The whole list, read from the files beside the tests.</summary>
internal sealed class CoverageList
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private CoverageList(IReadOnlyList<ListedOperation> operations, IReadOnlyDictionary<string, ListedEntity> entities)
    {
        Operations = operations;
        Entities = entities;
    }

    /// <summary>The operations, by file.</summary>
    public IReadOnlyList<ListedOperation> Operations { get; }

    /// <summary>The entities by the names of their definitions.</summary>
    public IReadOnlyDictionary<string, ListedEntity> Entities { get; }

    /// <summary>The entity of each collection that an operation answers.</summary>
    public IReadOnlyDictionary<string, string> Collections() => Operations
        .SelectMany(operation => operation.Include
            .SelectMany(static include => include.In is null ? include.Any : new Dictionary<string, string> { [include.In] = include.Of! })
            .Prepend(new KeyValuePair<string, string>(operation.Answer.In ?? "", operation.Answer.Of ?? "")))
        .Where(static collection => collection.Key.Length > 0)
        .GroupBy(static collection => collection.Key, static collection => collection.Value, StringComparer.Ordinal)
        .ToDictionary(static collection => collection.Key, static collection => collection.First(), StringComparer.Ordinal);

    /// <summary>Reads the list.</summary>
    public static CoverageList Read() => new(
        Lines<ListedOperation>("Operations"),
        Lines<ListedEntity>("Entities").ToDictionary(static entity => entity.Entity, StringComparer.Ordinal));

    private static List<T> Lines<T>(string folder) => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Select(static line => JsonSerializer.Deserialize<T>(line, _json)!)
        .ToList();
}
