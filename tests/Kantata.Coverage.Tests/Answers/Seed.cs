using System.Text.Json.Nodes;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Answers;

/// <summary>The records that the emulator starts with: one of each entity for each id that a path of the list holds.</summary>
internal static class Seed
{
    /// <summary>Makes the seed.</summary>
    public static string Write(CoverageList list)
    {
        AnswerDocument documents = new(list);
        string[] pathIds = list.Operations.SelectMany(static operation => operation.Path.Values).Select(static id => id.ToString()).Distinct().ToArray();
        Dictionary<string, string[]> ownIds = list.Operations
            .Where(static operation => operation.Answer is { In: not null, Id: not null })
            .GroupBy(static operation => operation.Answer.In!)
            .ToDictionary(static group => group.Key, static group => group.Select(operation => operation.Answer.Id!).Distinct().ToArray());
        JsonObject seed = [];
        foreach ((string collection, string entity) in list.Collections().OrderBy(static collection => collection.Key, StringComparer.Ordinal))
        {
            string[] ids = ownIds.TryGetValue(collection, out string[]? own) ? own : pathIds;
            seed[collection] = new JsonObject(ids.Select(id => new KeyValuePair<string, JsonNode?>(id, documents.Record(entity, id))));
        }

        return seed.ToJsonString();
    }
}
