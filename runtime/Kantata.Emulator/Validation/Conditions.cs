using System.Text.Json;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Validation;

/// <summary>Decides whether what makes a field required is the case.</summary>
internal static class Conditions
{
    public static bool Hold(Condition condition, Siblings siblings) => condition.Kind switch
    {
        ConditionKind.Equals => siblings[condition.Fields[0]].AsText() == condition.Value,
        ConditionKind.NotEquals => siblings[condition.Fields[0]].AsText() != condition.Value,
        ConditionKind.Present => IsGiven(siblings[condition.Fields[0]]),
        ConditionKind.Absent => !IsGiven(siblings[condition.Fields[0]]),
        ConditionKind.AtLeastOneOf => !condition.Fields.Any(field => IsGiven(siblings[field])),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Kind, "A condition of an unknown kind."),
    };

    public static string Describe(Condition condition) => condition.Kind switch
    {
        ConditionKind.Equals => $"{condition.Fields[0]} is {condition.Value}",
        ConditionKind.NotEquals => $"{condition.Fields[0]} is not {condition.Value}",
        ConditionKind.Present => $"{condition.Fields[0]} is given",
        ConditionKind.Absent => $"{condition.Fields[0]} is not given",
        _ => $"none of {string.Join(", ", condition.Fields)} is given",
    };

    /// <summary>Whether there is a value; an empty array gives nothing.</summary>
    public static bool IsGiven(JsonElement value) =>
        !value.IsMissing() && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);
}
