using Kantata.Emulator.Responses;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Carries out one operation. Requests come in at the same time.</summary>
internal abstract class OperationHandler(EmulatedApi api, Operation operation)
{
    protected EmulatedApi Api { get; } = api;

    protected Operation Operation { get; } = operation;

    /// <exception cref="ApiFault">The request is answered with errors.</exception>
    public abstract ApiResponse Handle(ApiRequest request);
}
