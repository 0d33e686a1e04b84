using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>What putting documents together gives.</summary>
/// <param name="Model">What the API is.</param>
/// <param name="Problems">The faults that showed, sorted by document, element and id.</param>
public sealed record ApiModelResult(ApiModel Model, EquatableArray<SpecProblem> Problems);
