namespace Kantata.Spec.Operations;

/// <summary>A parameter or a field, as it stands in a document.</summary>
internal sealed class ContentItem(string name, ItemType type, ItemPlace place)
{
    /// <summary>The name, dotted for nested members.</summary>
    public string Name { get; } = name;

    public ItemType Type { get; } = type;

    public TextPlace Place => place.Find();

    /// <summary>The same under another name.</summary>
    public ContentItem Called(string name) => new(name, Type, place) { Text = Text, Declared = Declared, Associations = Associations };

    public string Text { get; set; } = "";

    /// <summary>What is declared besides the type; null where a document declares types only.</summary>
    public DeclaredFacts? Declared { get; init; }

    /// <summary>The entries of the list in its text; null where it has none.</summary>
    public List<ContentAssociation>? Associations { get; set; }
}

/// <summary>An entry of the list that <c>include</c> or <c>optional_fields</c> carries in its text.</summary>
internal sealed class ContentAssociation(string name, string type, ItemPlace place)
{
    public string Name { get; } = name;

    /// <summary>What stands in brackets; empty where there are none.</summary>
    public string Type { get; } = type;

    public TextPlace Place => place.Find();

    public string Text { get; set; } = "";
}
