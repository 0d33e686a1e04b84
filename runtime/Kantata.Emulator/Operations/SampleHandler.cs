using Kantata.Emulator.Responses;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Answers an operation whose response is no envelope with a document made from what is published about it.</summary>
internal sealed class SampleHandler(EmulatedApi api, Operation operation) : OperationHandler(api, operation)
{
    public override ApiResponse Handle(ApiRequest request) => SampleDocument.Write(Operation.Response, Api.Rules.Sequences
        .Where(sequence => sequence.Operation == Operation.Key)
        .ToDictionary(sequence => sequence.Member, sequence => JsonValues.Of(Sequences.Next(Api.Store.Current, sequence.Collection, sequence.Field))));
}
