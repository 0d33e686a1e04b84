using System.Reflection;
using System.Text.Json;
using Kantata.Coverage.Tests.Answers;
using Kantata.Coverage.Tests.Calls;
using Kantata.Coverage.Tests.Checks;
using Kantata.Coverage.Tests.List;
using Kantata.Emulator;

namespace Kantata.Coverage.Tests;

/// <summary>
/// Calls an operation in every way that the list tells: with everything set, with each order, with nothing but what is required, and with several items. Each call goes
/// to an emulator, where its wire is compared, and to a document made of the list's samples, which has to be read in full.
/// </summary>
internal sealed class OperationRun(CoverageList list, string seed)
{
    private const string CsvMediaType = "text/csv";
    private const string JsonMediaType = "application/json";

    private readonly AnswerDocument _documents = new(list);
    private readonly DecodeCheck _decode = new(list);

    /// <summary>What differs from the list, each difference once.</summary>
    public async Task<IReadOnlyList<string>> FindDifferencesAsync(ListedOperation operation)
    {
        List<string> differences = [];
        try
        {
            foreach (CallPlan plan in Plans(operation))
            {
                ClientCall call = ClientCall.Find(operation, plan);
                differences.AddRange(RequirementCheck.Compare(operation, call));
                differences.AddRange(SurplusOf(operation, call));
                differences.AddRange(await SendAsync(operation, plan, call));
                differences.AddRange(await ReadAsync(operation, plan, call));
            }
        }
        catch (CoverageException fault)
        {
            differences.Add("client: " + fault.Message);
        }

        return [.. differences.Distinct()];
    }

    private static IEnumerable<string> SurplusOf(ListedOperation operation, ClientCall call) => call.Query is { } query
        ? QueryMethods.Surplus(query, operation).Select(method => $"client: {query.Name} has {method}, which the operation does not have")
        : [];

    private static IEnumerable<CallPlan> Plans(ListedOperation operation)
    {
        yield return new CallPlan(Everything: true, operation.Order.Count > 0 ? operation.Order[0] : null);
        foreach (JsonElement order in operation.Order.Skip(1))
        {
            yield return new CallPlan(Everything: false, order);
        }

        yield return new CallPlan(Everything: false);

        if (operation.Bulk is not null)
        {
            JsonElement item = ListedBody.Fields(operation.Body!.Value);
            yield return new CallPlan(Everything: true, Items: [item, item]);
        }
    }

    /// <summary>Sends a call to the emulator and compares what arrived there.</summary>
    private async Task<IEnumerable<string>> SendAsync(ListedOperation operation, CallPlan plan, ClientCall call)
    {
        await using KantataEmulator server = await KantataEmulator.StartAsync(new KantataEmulatorOptions
        {
            SeedJson = seed,
            AllowUnknownFilters = true,
            AllowUnknownReferences = true,
        });
        using KantataClient client = new(new KantataClientOptions { AccessToken = server.AccessToken, BaseAddress = server.BaseAddress });
        string? fault = await FaultOfAsync(() => call.InvokeAsync(client));
        IEnumerable<string> ownFault = fault is null ? [] : ["emulator: " + fault];
        return server.Requests.Count == 1
            ? ownFault.Concat(WireCheck.Compare(operation, plan, call.IsList, server.Requests[0]))
            : ownFault.Append($"wire: {server.Requests.Count} requests instead of one");
    }

    /// <summary>Lets a call read a document of the list and compares what it read.</summary>
    private async Task<IEnumerable<string>> ReadAsync(ListedOperation operation, CallPlan plan, ClientCall call)
    {
        bool isLean = !plan.Everything && operation.Answer.Of is not null;
        string document = isLean ? _documents.WriteLean(operation) : _documents.Write(operation, plan.Items?.Count);
        using AnsweringHandler handler = new(operation.Ok ?? 200, document, operation.Answer.As == AnswerForm.File ? CsvMediaType : JsonMediaType);
        using HttpClient http = new(handler);
        using KantataClient client = new(new KantataClientOptions { AccessToken = "coverage" }, http);
        object? result = null;
        string? fault = await FaultOfAsync(async () => result = await call.InvokeAsync(client));
        IEnumerable<string> form = operation.Form is { } parts ? FormCheck.Compare(parts, handler.Form) : [];
        return form.Concat(
            fault is not null ? ["decode: " + fault]
            : isLean ? _decode.CompareLean(operation, result)
            : _decode.Compare(operation, plan.Items?.Count, result));
    }

    private static async Task<string?> FaultOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (Exception fault) when (fault is KantataException or ArgumentException or TargetInvocationException or JsonException)
        {
            return $"{fault.GetType().Name}: {fault.Message}";
        }
    }
}
