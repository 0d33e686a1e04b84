using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;

namespace Kantata.Emulator.Operations;

/// <summary>What all operations of one emulator work with.</summary>
/// <param name="Schema">The collections.</param>
/// <param name="Rules">What the server does beyond its documents.</param>
/// <param name="Store">The records.</param>
/// <param name="TimeProvider">What the time of a change is taken from.</param>
/// <param name="AllowUnknownFilters">Whether a filter that means nothing here has no effect.</param>
/// <param name="AllowUnknownReferences">Whether a request may name records that do not exist.</param>
internal sealed record EmulatedApi(
    ApiSchema Schema,
    BehaviourRules Rules,
    EntityStore Store,
    TimeProvider TimeProvider,
    bool AllowUnknownFilters,
    bool AllowUnknownReferences);
