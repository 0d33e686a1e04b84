using System.Collections;
using System.Reflection;
using System.Text.Json;
using Kantata.Coverage.Tests.Answers;
using Kantata.Coverage.Tests.Calls;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Compares what the client read with the list.</summary>
internal sealed class DecodeCheck(CoverageList list)
{
    /// <summary>What differs in the answer of an operation.</summary>
    public IEnumerable<string> Compare(ListedOperation operation, int? items, object? result) => operation.Answer.As switch
    {
        AnswerForm.Nothing => result is null ? [] : [$"decode: a {DecodedType(result)} of an answer without body"],
        AnswerForm.File => CompareFile(result),
        AnswerForm.Json => result is JsonElement ? [] : [$"decode: a {DecodedType(result)} of JSON that nothing is published of"],
        AnswerForm.Ids => DecodedText.Of(result) == operation.Query.Single().Wire ? [] : [$"decode: {DecodedText.Of(result)} instead of {operation.Query.Single().Wire}"],
        AnswerForm.Object => CompareMembers(operation.Answer.Fields, result, ""),
        AnswerForm.Array => result is IEnumerable
            ? Single(result).SelectMany(item => CompareMembers(operation.Answer.Fields, item, ""))
            : [$"decode: a {DecodedType(result)} instead of a list"],
        AnswerForm.Keyed => result is IDictionary map
            ? map.Values.Cast<object>().Take(1).SelectMany(item => CompareMembers(operation.Answer.Fields, item, ""))
            : [$"decode: a {DecodedType(result)} instead of a map"],
        _ => CompareSubjects(operation, AnswerDocument.Subjects(operation, items), result, items is not null),
    };

    /// <summary>What differs where nothing was included or asked for: what then does not come must not look as if it were null.</summary>
    public IEnumerable<string> CompareLean(ListedOperation operation, object? result)
    {
        ListedEntity entity = list.Entities[operation.Answer.Of!];
        object? actual = operation.Answer.As == AnswerForm.One ? result : (result as IEnumerable)?.Cast<object>().SingleOrDefault();
        if (actual is null or JsonElement)
        {
            return [$"decode: a {DecodedType(result)} instead of {entity.Type}"];
        }

        return entity.Fields.Where(static field => !field.MustBeAskedFor).SelectMany(field => CompareField(field, actual, ""))
            .Concat(entity.Fields.Where(static field => field.MustBeAskedFor).SelectMany(field => CompareNotReceived(NameOf(field), actual)))
            .Concat(operation.Include.SelectMany(include => CompareNotReceived(include.Member ?? CSharpName.Pascal(include.N), actual)));
    }

    /// <summary>What an entity's type lacks, or has beyond the list, without any answer.</summary>
    public IEnumerable<string> CompareType(ListedEntity entity, Type type)
    {
        string[] fields = [.. entity.Fields.Select(NameOf).Append("Id")];
        string[] associations = [.. list.Operations
            .Where(operation => operation.Answer.Of == entity.Entity)
            .SelectMany(static operation => operation.Include)
            .Select(static include => include.Member ?? CSharpName.Pascal(include.N))];
        string[] members = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(static member => member.DeclaringType != typeof(KantataObject))
            .Select(static member => member.Name)];
        return fields.Concat(associations).Distinct().Except(members).Select(member => $"{entity.Type} has no {member}")
            .Concat(members.Except(fields).Except(associations).Select(member => $"{entity.Type} has {member}, which the entity does not have"));
    }

    private static IEnumerable<string> CompareFile(object? result)
    {
        if (result is not Stream stream)
        {
            return [$"decode: a {DecodedType(result)} instead of a stream"];
        }

        using StreamReader reader = new(stream);
        string content = reader.ReadToEnd();
        return content == AnswerDocument.FileContent ? [] : [$"decode: the file holds \"{content}\""];
    }

    private IEnumerable<string> CompareSubjects(ListedOperation operation, IReadOnlyList<Subject> subjects, object? result, bool isBulk)
    {
        bool areMany = operation.Answer.As != AnswerForm.One || isBulk;
        if (result is null or JsonElement || (areMany && result is not IEnumerable))
        {
            return [$"decode: a {DecodedType(result)} instead of {(areMany ? "several " : "one ")}{list.Entities[operation.Answer.Of!].Type}"];
        }

        object[] entities = areMany ? [.. ((IEnumerable)result).Cast<object>()] : [result];
        return entities.Length == subjects.Count
            ? subjects.Zip(entities).SelectMany(pair => CompareSubject(operation, pair.First, pair.Second))
            : [$"decode: {entities.Length} entities instead of {subjects.Count}"];
    }

    private IEnumerable<string> CompareSubject(ListedOperation operation, Subject subject, object actual)
    {
        IEnumerable<string> own = CompareEntity(operation.Answer.Of!, subject.Id, actual, "", subject);
        return own.Concat(operation.Include.SelectMany(include => CompareAssociation(operation.Answer.Of!, include, subject, actual)));
    }

    private IEnumerable<string> CompareAssociation(string owner, ListedInclude include, Subject subject, object actual)
    {
        string name = include.Member ?? CSharpName.Pascal(include.N);
        if (!TryRead(actual, name, "", out object? value, out string? fault))
        {
            return [fault];
        }

        if (include.Any.Count > 0)
        {
            return CompareEntity(include.Any[subject.Reference!], ListedSample.ReferredId, value, name + ".");
        }

        string[] ids = [.. ListedSample.Ids(list.Entities[owner].Fields.First(field => field.N == include.By))];
        if (value is not IEnumerable many)
        {
            return CompareEntity(include.Of!, ids[0], value, name + ".");
        }

        object?[] entities = [.. many.Cast<object?>()];
        return entities.Length == ids.Length
            ? ids.Zip(entities).SelectMany(pair => CompareEntity(include.Of!, pair.First, pair.Second, name + "[]."))
            : [$"decode: {name} holds {entities.Length} instead of {ids.Length}"];
    }

    private IEnumerable<string> CompareEntity(string name, string id, object? actual, string place, Subject? subject = null)
    {
        ListedEntity entity = list.Entities[name];
        if (actual is null || actual.GetType().Name != entity.Type)
        {
            return [$"decode: {(place.Length == 0 ? "the answer" : place.TrimEnd('.'))} is a {DecodedType(actual)} instead of a {entity.Type}"];
        }

        string actualId = TryRead(actual, "Id", place, out object? value, out string? fault) ? DecodedText.Of(value) : fault;
        IEnumerable<string> idFault = actualId == id ? [] : [$"decode: {place}Id is {actualId} instead of {id}"];
        return idFault.Concat(entity.Fields.SelectMany(field => field.N == subject?.ReferenceField
            ? CompareText($"{subject.Reference}/{ListedSample.ReferredId}", field, actual, place)
            : CompareField(field, actual, place)));
    }

    private static string[] CompareNotReceived(string member, object actual)
    {
        PropertyInfo? property = actual.GetType().GetProperty(member);
        try
        {
            return [property is null ? $"decode: {member} does not exist on {actual.GetType().Name}" : $"decode: {member}, which was not asked for, is {DecodedText.Of(property.GetValue(actual))}"];
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is MemberNotReceivedException)
        {
            return [];
        }
    }

    private static IEnumerable<string> CompareMembers(IReadOnlyList<ListedField> fields, object? actual, string place) =>
        actual is null or JsonElement
            ? [$"decode: {(place.Length == 0 ? "the answer" : place.TrimEnd('.'))} is a {DecodedType(actual)} without members"]
            : fields.SelectMany(field => CompareField(field, actual, place));

    private static IEnumerable<string> CompareField(ListedField field, object actual, string place)
    {
        if (field.Fields.Count == 0)
        {
            return CompareText(field.Text!, field, actual, place);
        }

        string name = NameOf(field);
        if (!TryRead(actual, name, place, out object? value, out string? fault))
        {
            return [fault];
        }

        object? inner = (field.Is, value) switch
        {
            (FieldForm.Objects, IEnumerable items) => Single(items).SingleOrDefault(),
            (FieldForm.Map, IDictionary map) => map[ListedSample.MapKey],
            (FieldForm.Object, _) => value,
            _ => null,
        };
        return inner is null
            ? [$"decode: {place}{name} is a {DecodedType(value)} instead of {field.Is} with members"]
            : CompareMembers(field.Fields, inner, $"{place}{name}.");
    }

    private static IEnumerable<string> CompareText(string expected, ListedField field, object actual, string place)
    {
        string name = NameOf(field);
        if (!TryRead(actual, name, place, out object? value, out string? fault))
        {
            return [fault];
        }

        string text = DecodedText.Of(value);
        return text != expected ? [$"decode: {place}{name} is {text} instead of {expected}"]
            : FieldType.Differs(field, actual.GetType().GetProperty(name)!.PropertyType) is { } difference ? [$"decode: {place}{name} {difference}"]
            : [];
    }

    private static bool TryRead(object actual, string member, string place, out object? value, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? fault)
    {
        value = null;
        fault = null;
        PropertyInfo? property = actual.GetType().GetProperty(member);
        if (property is null)
        {
            fault = $"decode: {place}{member} does not exist on {actual.GetType().Name}";
            return false;
        }

        try
        {
            value = property.GetValue(actual);
            return true;
        }
        catch (TargetInvocationException thrown)
        {
            fault = $"decode: {place}{member} throws {thrown.InnerException?.GetType().Name}: {thrown.InnerException?.Message}";
            return false;
        }
    }

    private static IEnumerable<object> Single(object items) => ((IEnumerable)items).Cast<object>().Take(1);

    private static string NameOf(ListedField field) => field.Member ?? CSharpName.Pascal(field.N);

    private static string DecodedType(object? value) => value is null ? "null" : ListedValue.NameOf(value.GetType());
}
