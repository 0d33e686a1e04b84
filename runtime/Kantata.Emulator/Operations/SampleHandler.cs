using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>
/// Answers an operation whose response holds no records of the emulator with a document made from what is published about it. What
/// the request says the document repeats.
/// </summary>
internal sealed class SampleHandler(EmulatedApi api, Operation operation, string? collection) : OperationHandler(api, operation, collection)
{
    /// <summary>What a request says that its answer may repeat: the fields of its body, and its parameters.</summary>
    public static Dictionary<string, JsonElement> Known(Operation operation, ApiRequest request)
    {
        JsonElement body = request.Body.ValueKind == JsonValueKind.Object && operation.Body?.Wrapper is string wrapper && request.Body.TryGetProperty(wrapper, out JsonElement wrapped)
            ? wrapped
            : request.Body;
        IEnumerable<KeyValuePair<string, JsonElement>> fields = body.ValueKind == JsonValueKind.Object
            ? body.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value))
            : [];
        IEnumerable<KeyValuePair<string, JsonElement>> parameters = request.Query.Concat(request.PathArguments).Select(parameter => KeyValuePair.Create(parameter.Key, JsonValues.Of(parameter.Value)));
        return fields.Concat(parameters).DistinctBy(member => member.Key).ToDictionary(StringComparer.Ordinal);
    }

    protected override ApiResponse Answer(ApiRequest request)
    {
        if (Path.HasRecord && !Api.AllowUnknownReferences && Api.Store.Current.Find(Path.Collection!, Path.RecordId(request)) is null)
        {
            throw ApiFault.NotFound($"There is no {Api.Schema[Path.Collection!].Singular} {Path.RecordId(request)}.");
        }

        Dictionary<string, JsonElement> known = Known(Operation, request);
        foreach (SequenceRule sequence in Api.Rules.Sequences.Where(sequence => sequence.Operation == Operation.Key))
        {
            known[sequence.Member] = JsonValues.Of(Sequences.Next(Api.Store.Current, sequence.Collection, sequence.Field));
        }

        return SampleDocument.Write(Operation.Response, known);
    }
}
