using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Carries out one operation. Requests come in at the same time.</summary>
/// <param name="api">What all operations work with.</param>
/// <param name="operation">What the documents say of it.</param>
/// <param name="collection">The collection that it is about; null where no document says.</param>
internal abstract class OperationHandler(EmulatedApi api, Operation operation, string? collection)
{
    protected EmulatedApi Api { get; } = api;

    protected Operation Operation { get; } = operation;

    protected PathFields Path { get; } = new(api.Schema, operation, collection);

    /// <exception cref="ApiFault">The request is answered with errors.</exception>
    public ApiResponse Handle(ApiRequest request)
    {
        if (!Api.AllowUnknownReferences)
        {
            Path.RequireParents(request, Api.Store.Current);
        }

        return Operation.Query.FirstOrDefault(parameter => parameter.IsRequired && !request.Query.ContainsKey(parameter.Name)) is { } missing
            ? throw ApiFault.Invalid(missing.Name, "is required")
            : Answer(request);
    }

    /// <exception cref="ApiFault">The request is answered with errors.</exception>
    protected abstract ApiResponse Answer(ApiRequest request);
}
