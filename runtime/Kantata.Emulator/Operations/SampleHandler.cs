using System.Text.Json;
using Kantata.Emulator.Responses;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Answers an operation whose response is no envelope with a document made from what is published about it.</summary>
internal sealed class SampleHandler(EmulatedApi api, Operation operation) : OperationHandler(api, operation)
{
    private static readonly Dictionary<string, JsonElement> s_nothingKnown = [];

    public override ApiResponse Handle(ApiRequest request) => SampleDocument.Write(Operation.Response, s_nothingKnown);
}
