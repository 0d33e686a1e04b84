using Kantata.Spec.Collections;

namespace Kantata.Generator.CSharp;

/// <summary>One file to generate: what a template needs and nothing that it would have to decide.</summary>
/// <param name="HintName">The name under which the compiler knows the file.</param>
/// <param name="Settings">What holds for all files.</param>
internal abstract record SourceFile(string HintName, GenerationSettings Settings);

/// <summary>The client with a property for each resource.</summary>
internal sealed record ClientFile(string HintName, GenerationSettings Settings, EquatableArray<ClientProperty> Resources)
    : SourceFile(HintName, Settings);

/// <summary>A resource of the client.</summary>
/// <param name="Name">The property: <c>BillingMilestones</c>.</param>
/// <param name="Type">Its type: <c>BillingMilestonesClient</c>.</param>
/// <param name="Field">The field behind it: <c>_billingMilestones</c>.</param>
/// <param name="Doc">Its documentation.</param>
internal sealed record ClientProperty(string Name, string Type, string Field, Documentation Doc);

/// <summary>The methods that register the client in a container.</summary>
internal sealed record DependencyInjectionFile(string HintName, GenerationSettings Settings) : SourceFile(HintName, Settings);

/// <summary>A resource: its operations, the queries and requests they take, and the objects that only they answer.</summary>
internal sealed record ResourceFile(string HintName, GenerationSettings Settings) : SourceFile(HintName, Settings)
{
    /// <summary>The class: <c>BillingMilestonesClient</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its documentation.</summary>
    public required Documentation Doc { get; init; }

    /// <summary>The name by which projects ask for it, as a C# literal.</summary>
    public required string Key { get; init; }

    /// <summary>The static fields that describe responses and operations to the runtime.</summary>
    public EquatableArray<StaticField> Fields { get; init; }

    /// <summary>The endpoint methods.</summary>
    public EquatableArray<Method> Methods { get; init; }

    /// <summary>The queries of lists.</summary>
    public EquatableArray<QueryClass> ListQueries { get; init; }

    /// <summary>The queries of everything else.</summary>
    public EquatableArray<QueryClass> EntityQueries { get; init; }

    /// <summary>The request models.</summary>
    public EquatableArray<RequestClass> Requests { get; init; }

    /// <summary>The objects of responses that are no entities.</summary>
    public EquatableArray<ObjectClass> Objects { get; init; }

    /// <summary>The value sets that no entity has.</summary>
    public EquatableArray<ValueSet> ValueSets { get; init; }
}

/// <summary>An entity with its nested objects and value sets.</summary>
internal sealed record EntityFile(
    string HintName,
    GenerationSettings Settings,
    EquatableArray<ObjectClass> Objects,
    EquatableArray<ValueSet> ValueSets) : SourceFile(HintName, Settings);

/// <summary>The types that are nothing but names for ids.</summary>
internal sealed record MarkerFile(string HintName, GenerationSettings Settings, EquatableArray<Marker> Types)
    : SourceFile(HintName, Settings);

/// <summary>A type that is nothing but a name for ids.</summary>
/// <param name="Name">The name.</param>
/// <param name="Doc">The documentation.</param>
internal sealed record Marker(string Name, Documentation Doc);

/// <summary>What several resources share: request models and value sets.</summary>
internal sealed record SharedFile(
    string HintName,
    GenerationSettings Settings,
    EquatableArray<RequestClass> Requests,
    EquatableArray<ValueSet> ValueSets) : SourceFile(HintName, Settings);
