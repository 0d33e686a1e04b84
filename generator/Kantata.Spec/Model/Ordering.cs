using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>The orders in which a list can be asked for.</summary>
/// <param name="Values">The values of the <c>order</c> parameter: <c>created_at:asc</c>, or bare <c>importance</c>.</param>
/// <param name="Default">The order of a request that asks for none; null where no document says.</param>
public sealed record Ordering(EquatableArray<string> Values, string? Default);
