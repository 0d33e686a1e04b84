using System.Text.Json;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>What of an operation one call sets.</summary>
/// <param name="Everything">Whether it sets every parameter, include and optional field.</param>
/// <param name="Order">The order; null for none.</param>
/// <param name="Items">The items of the bulk form; null for the form that carries one.</param>
internal sealed record CallPlan(bool Everything, JsonElement? Order = null, IReadOnlyList<JsonElement>? Items = null);
