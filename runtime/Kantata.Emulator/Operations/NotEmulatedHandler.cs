using Kantata.Emulator.Responses;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Refuses an operation of the documents whose effect is not known here, rather than pretending to have carried it out.</summary>
internal sealed class NotEmulatedHandler(EmulatedApi api, Operation operation) : OperationHandler(api, operation)
{
    public override ApiResponse Handle(ApiRequest request) =>
        throw ApiFault.NotEmulated($"The emulator does not know what {Operation.Key} does.");
}
