using System.Globalization;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Ids of what is to be deleted, as a comma-separated list. Where the answer names those that were deleted, it must name all.</summary>
internal sealed class IdBatches<T>(Operation operation, string path) : BatchForm<Id<T>, Id<T>>(operation, path)
{
    public override void Check(IReadOnlyList<Id<T>> items, int firstIndex)
    {
        List<string> problems = [];
        for (int i = 0; i < items.Count; i++)
        {
            string id = items[i].ToString();
            if (id.Length == 0 || id.Contains(',', StringComparison.Ordinal))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Operation.BulkKey}[{firstIndex + i}] is no id"));
            }
        }

        if (problems.Count > 0)
        {
            throw new KantataRequestException(problems);
        }
    }

    public override ApiCall CallOf(IReadOnlyList<Id<T>> batch)
    {
        if (!Operation.BulkInQuery)
        {
            return new(Operation.Method, Path, "", new IdListBody<T>(Operation.BulkKey!, batch)) { Operation = Operation };
        }

        QueryText query = new();
        query.Add(Operation.BulkKey!, string.Join(',', batch));
        return new(Operation.Method, Path, query.ToText()) { Operation = Operation };
    }

    public override IReadOnlyList<Id<T>> Read(ResponseBody answer, IReadOnlyList<Id<T>> batch)
    {
        if (Operation.BulkAnswerKey is { } key)
        {
            HashSet<string> deleted = IdsIn(answer, key);
            int missing = batch.Count(id => !deleted.Contains(id.ToString()));
            if (missing > 0)
            {
                throw answer.Unreadable($"{missing} of the {batch.Count} ids that were sent are not among those that were deleted", key);
            }
        }

        return batch;
    }

    /// <summary>An error names an item by its id, in the field or in the words of its message.</summary>
    public override IReadOnlyList<KantataRefusal> Refused(IReadOnlyList<KantataError> errors, IReadOnlyList<Id<T>> batch, int firstIndex)
    {
        List<KantataRefusal> refused = [];
        for (int i = 0; i < batch.Count; i++)
        {
            string id = batch[i].ToString();
            KantataError[] own = [.. errors.Where(error => batch.Count == 1 || Names(error.Field, id) || Names(error.Message, id))];
            if (own.Length > 0)
            {
                refused.Add(new KantataRefusal(firstIndex + i, batch[i], own));
            }
        }

        return refused;
    }

    /// <summary>Whether a text holds an id as a word of its own: "entry 42 is billed", and not "421".</summary>
    private static bool Names(string? text, string id)
    {
        for (int start = 0; text is not null && (start = text.IndexOf(id, start, StringComparison.Ordinal)) >= 0; start++)
        {
            int end = start + id.Length;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> IdsIn(ResponseBody answer, string key)
    {
        JsonElement root = AnswerReader.ReadJson(answer);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(key, out JsonElement ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(static id => id.ToString())]
            : throw answer.Unreadable("it does not say what was deleted", key);
    }
}
