using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>A part of the client that is shaped by itself and becomes one file.</summary>
/// <param name="ValueSets">The value sets that it owns.</param>
internal abstract record ClientPart(EquatableArray<ValueSet> ValueSets)
{
    /// <summary>What tells it from all others.</summary>
    public abstract string Key { get; }
}

/// <summary>An entity.</summary>
internal sealed record EntityPart(Entity Entity, EquatableArray<ValueSet> ValueSets) : ClientPart(ValueSets)
{
    public override string Key => ValueSetCatalog.OwnerOf(Entity);
}

/// <summary>A resource.</summary>
internal sealed record ResourcePart(Resource Resource, EquatableArray<ValueSet> ValueSets) : ClientPart(ValueSets)
{
    public override string Key => ValueSetCatalog.OwnerOf(Resource);
}

/// <summary>What several resources share.</summary>
internal sealed record SharedPart(EquatableArray<SharedRequest> Requests, EquatableArray<ValueSet> ValueSets) : ClientPart(ValueSets)
{
    public override string Key => ValueSetCatalog.Everybody;
}
