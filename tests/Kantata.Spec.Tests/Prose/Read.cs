using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

/// <summary>Reads single texts, as readers of documents do.</summary>
internal static class Read
{
    /// <summary>What the text of a parameter says.</summary>
    public static ProseFacts Parameter(string text, string name = "value", ValueType type = ValueType.String)
        => new ProseReader().ReadParameter(name, type, text);

    /// <summary>What the text of an entity's field says.</summary>
    public static ProseFacts Field(string text, string name = "value", ValueType type = ValueType.String)
        => new ProseReader().ReadField(name, type, text);
}
