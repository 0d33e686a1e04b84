using System.Globalization;
using System.Text.Json;
using Kantata.Coverage.Tests.Calls;
using Kantata.Coverage.Tests.List;
using Kantata.Emulator;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Compares what arrived at the server with the list.</summary>
internal static class WireCheck
{
    /// <summary>What differs.</summary>
    public static IEnumerable<string> Compare(ListedOperation operation, CallPlan plan, bool isPage, ReceivedRequest request)
    {
        if (request.Method != operation.Method || request.Path != operation.ConcretePath)
        {
            yield return $"wire: {request.Method} {request.Path} instead of {operation.Method} {operation.ConcretePath}";
        }

        Dictionary<string, string> expected = ExpectedQuery(operation, plan, isPage);
        foreach (string name in expected.Keys.Union(request.Query.Keys).Where(name => expected.GetValueOrDefault(name) != request.Query.GetValueOrDefault(name)))
        {
            yield return $"wire: {name}={request.Query.GetValueOrDefault(name) ?? "(nothing)"} instead of {expected.GetValueOrDefault(name) ?? "(nothing)"}";
        }

        JsonElement? body = ExpectedBody(operation, plan);
        if (body is { } wanted && request.Body.Length == 0)
        {
            yield return $"wire: no body instead of {wanted.GetRawText()}";
        }
        else if (operation.Form is null && request.Body.Length > 0)
        {
            using JsonDocument received = JsonDocument.Parse(request.Body);
            foreach (string difference in JsonDifference.Between(body ?? default, received.RootElement, "body"))
            {
                yield return "wire: " + difference;
            }
        }

        if (request.Status is not { } status || (operation.Ok is { } ok ? status != ok : status is < 200 or > 299))
        {
            yield return $"emulator: answered {request.Status?.ToString(CultureInfo.InvariantCulture) ?? "nothing"} instead of {operation.Ok?.ToString(CultureInfo.InvariantCulture) ?? "success"}";
        }
    }

    private static Dictionary<string, string> ExpectedQuery(ListedOperation operation, CallPlan plan, bool isPage)
    {
        Dictionary<string, string> query = new(StringComparer.Ordinal);
        foreach (ListedParameter parameter in operation.Query.Where(parameter => plan.Everything || operation.Required.Contains(parameter.N) || operation.Needs.Contains(parameter.N)))
        {
            query[parameter.N] = parameter.Wire;
        }

        if (plan.Everything && operation.Include.Count > 0)
        {
            query["include"] = string.Join(',', operation.Include.Select(static include => include.N));
        }

        if (plan.Everything && operation.OptionalFields.Count > 0)
        {
            query["optional_fields"] = string.Join(',', operation.OptionalFields);
        }

        if (plan.Order is { } order)
        {
            query["order"] = QueryMethods.WireOf(order);
        }

        if (isPage)
        {
            query["page"] = ClientCall.PageNumber.ToString(CultureInfo.InvariantCulture);
            query["per_page"] = ClientCall.PageSize.ToString(CultureInfo.InvariantCulture);
        }

        return query;
    }

    private static JsonElement? ExpectedBody(ListedOperation operation, CallPlan plan) =>
        plan.Items is { } items ? JsonSerializer.SerializeToElement(new Dictionary<string, IReadOnlyList<JsonElement>> { [operation.Bulk!.Key] = items }) : operation.Body;
}
