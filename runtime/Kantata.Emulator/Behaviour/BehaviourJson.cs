using System.Text.Json.Serialization;

namespace Kantata.Emulator.Behaviour;

/// <summary>Reads the rules; a member that they do not have is a mistake in them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(BehaviourRules))]
internal sealed partial class BehaviourJson : JsonSerializerContext;
