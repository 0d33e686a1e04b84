namespace Kantata.Spec.Operations;

/// <summary>What a page or an OpenAPI document has about one operation, before anything in it is understood.</summary>
internal sealed class OperationContent
{
    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public string Method { get; set; } = "";

    public string Path { get; set; } = "";

    /// <summary>The path of the operation in its document; empty where the document is about nothing else.</summary>
    public string Element { get; set; } = "";

    public ItemPlace EndpointPlace { get; set; } = TextPlace.Start;

    public List<ContentItem> PathParameters { get; } = [];

    public List<ContentItem> QueryParameters { get; } = [];

    public List<ContentItem> RequestFields { get; } = [];

    /// <summary>The media type of the body; empty where none is said.</summary>
    public string RequestMediaType { get; set; } = "";

    /// <summary>The status of the first response that means success; null where there is none.</summary>
    public int? Status { get; set; }

    /// <summary>The media type of that response; empty where none is said.</summary>
    public string ResponseMediaType { get; set; } = "";

    /// <summary>Whether that response is declared as an array, whose items have the fields.</summary>
    public bool IsResponseArray { get; set; }

    /// <summary>The fields of that response.</summary>
    public List<ContentItem> ResponseFields { get; } = [];

    /// <summary>The entities that its collections are declared to hold, by the collections' names.</summary>
    public Dictionary<string, string> CollectionEntities { get; } = new(StringComparer.Ordinal);
}
