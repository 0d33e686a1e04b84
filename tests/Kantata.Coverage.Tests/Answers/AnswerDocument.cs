using System.Text.Json;
using System.Text.Json.Nodes;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Answers;

/// <summary>Makes the documents that operations answer, of the samples of the list.</summary>
internal sealed class AnswerDocument(CoverageList list)
{
    /// <summary>The content of every file.</summary>
    public const string FileContent = "ID,Amount\n42,1250\n";

    private const int FirstId = 42;

    /// <summary>The subjects of an answer: their ids and, where an association is polymorphic, which collection it leads to.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="items">The items of a bulk request; null where it is none.</param>
    public static IReadOnlyList<Subject> Subjects(ListedOperation operation, int? items)
    {
        ListedInclude? polymorphic = operation.Include.FirstOrDefault(static include => include.Any.Count > 0);
        int count = items ?? (operation.Answer.As == AnswerForm.Page && polymorphic is not null ? polymorphic.Any.Count : 1);
        return Enumerable.Range(0, count)
            .Select(index => new Subject(
                operation.Answer.Id ?? (FirstId + index).ToString(System.Globalization.CultureInfo.InvariantCulture),
                polymorphic?.By,
                polymorphic?.Any.Keys.ElementAt(index % polymorphic.Any.Count)))
            .ToList();
    }

    /// <summary>What the operation answers where nothing is included and no optional field asked for: one subject with what always comes.</summary>
    public string WriteLean(ListedOperation operation)
    {
        JsonObject envelope = Envelope(operation, []);
        Subject subject = Subjects(operation, 1)[0];
        JsonObject record = Record(list.Entities[operation.Answer.Of!].Fields.Where(static field => !field.MustBeAskedFor));
        record["id"] = subject.Id;
        envelope["count"] = 1;
        envelope[operation.Answer.In!] = new JsonObject { [subject.Id] = record };
        envelope["results"] = new JsonArray(new JsonObject { ["key"] = operation.Answer.In, ["id"] = subject.Id });
        return envelope.ToJsonString();
    }

    /// <summary>What the operation answers; empty for nothing.</summary>
    public string Write(ListedOperation operation, int? items) => operation.Answer.As switch
    {
        AnswerForm.Nothing => "",
        AnswerForm.File => FileContent,
        AnswerForm.Json => """{"story_follow":{"id":"42"}}""",
        AnswerForm.Ids => new JsonObject { [operation.Answer.Ids!] = JsonSerializer.SerializeToNode(operation.Query.Single().Value) }.ToJsonString(),
        AnswerForm.Object => Record(operation.Answer.Fields).ToJsonString(),
        AnswerForm.Array => new JsonArray(Record(operation.Answer.Fields)).ToJsonString(),
        AnswerForm.Keyed => new JsonObject { [operation.ConcretePath.Split('/')[^1]] = Record(operation.Answer.Fields) }.ToJsonString(),
        _ => Envelope(operation, Subjects(operation, items)).ToJsonString(),
    };

    /// <summary>The samples of an entity's fields.</summary>
    public JsonObject Record(string entity, string id)
    {
        JsonObject record = Record(list.Entities[entity].Fields);
        record["id"] = id;
        return record;
    }

    private static JsonObject Record(IEnumerable<ListedField> fields)
    {
        JsonObject record = [];
        foreach (ListedField field in fields)
        {
            record[field.N] = field switch
            {
                { Fields: [] } => JsonSerializer.SerializeToNode(field.Json),
                { Is: FieldForm.Objects } => new JsonArray(Record(field.Fields)),
                { Is: FieldForm.Map } => new JsonObject { [ListedSample.MapKey] = Record(field.Fields) },
                _ => Record(field.Fields),
            };
        }

        return record;
    }

    private JsonObject Envelope(ListedOperation operation, IReadOnlyList<Subject> subjects)
    {
        ListedAnswer answer = operation.Answer;
        JsonObject envelope = new()
        {
            ["count"] = subjects.Count,
            ["meta"] = new JsonObject { ["count"] = subjects.Count, ["page_count"] = 2, ["page_number"] = 2, ["page_size"] = 50 },
        };
        foreach (Subject subject in subjects)
        {
            JsonObject record = Record(answer.Of!, subject.Id);
            if (subject.Reference is { } collection)
            {
                record[subject.ReferenceField!] = new JsonObject { ["key"] = collection, ["id"] = ListedSample.ReferredId };
            }

            Collection(envelope, answer.In!)[subject.Id] = record;
        }

        foreach (ListedInclude include in subjects.Count > 0 ? operation.Include : [])
        {
            AddIncluded(envelope, answer.Of!, include, subjects);
        }

        // What was asked for is told last: a reader has to bear any order.
        envelope["results"] = new JsonArray([.. subjects.Select(subject => new JsonObject { ["key"] = answer.In, ["id"] = subject.Id })]);
        return envelope;
    }

    private void AddIncluded(JsonObject envelope, string subject, ListedInclude include, IReadOnlyList<Subject> subjects)
    {
        if (include.Any.Count > 0)
        {
            foreach (string collection in subjects.Select(static one => one.Reference!).Distinct())
            {
                Collection(envelope, collection)[ListedSample.ReferredId] = Record(include.Any[collection], ListedSample.ReferredId);
            }

            return;
        }

        foreach (string id in ListedSample.Ids(list.Entities[subject].Fields.First(field => field.N == include.By)))
        {
            Collection(envelope, include.In!)[id] = Record(include.Of!, id);
        }
    }

    private static JsonObject Collection(JsonObject envelope, string key)
    {
        if (envelope[key] is not JsonObject collection)
        {
            envelope[key] = collection = [];
        }

        return collection;
    }
}
