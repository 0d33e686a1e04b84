namespace Kantata.Spec.Pages;

/// <summary>An item of a section, as it stands there.</summary>
internal sealed class PageItem(string name, ItemType type, TextPlace place)
{
    /// <summary>The name, dotted for nested members.</summary>
    public string Name { get; } = name;

    public ItemType Type { get; } = type;

    public TextPlace Place { get; } = place;

    public string Text { get; set; } = "";

    /// <summary>The entries of the list in its text; null where it has none.</summary>
    public List<PageAssociation>? Associations { get; set; }
}

/// <summary>An entry of the list that <c>include</c> or <c>optional_fields</c> carries in its text.</summary>
internal sealed class PageAssociation(string name, string type, TextPlace place)
{
    public string Name { get; } = name;

    /// <summary>What stands in brackets; empty where there are none.</summary>
    public string Type { get; } = type;

    public TextPlace Place { get; } = place;

    public string Text { get; set; } = "";
}
