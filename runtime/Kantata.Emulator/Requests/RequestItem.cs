using System.Text.Json;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Requests;

/// <summary>The fields of one record in a request.</summary>
/// <param name="Path">How errors name it: empty where it is the only one, else <c>billing_milestones[3]</c>.</param>
/// <param name="Json">The object that holds the fields.</param>
/// <param name="Fields">What is published of the fields.</param>
internal sealed record RequestItem(string Path, JsonElement Json, EquatableArray<Value> Fields)
{
    /// <summary>How errors name one of its fields.</summary>
    public string PathOf(string field) => Path.Length == 0 ? field : Path + "." + field;
}
