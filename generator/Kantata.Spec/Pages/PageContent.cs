namespace Kantata.Spec.Pages;

/// <summary>A page taken apart, before anything in it is understood.</summary>
internal sealed class PageContent
{
    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public string Method { get; set; } = "";

    public string Path { get; set; } = "";

    public TextPlace EndpointPlace { get; set; } = TextPlace.Start;

    public List<PageItem> PathParameters { get; } = [];

    public List<PageItem> QueryParameters { get; } = [];

    public List<PageItem> RequestFields { get; } = [];

    public bool HasRequestFields { get; set; }

    /// <summary>The media type of the body; empty where none is said.</summary>
    public string RequestMediaType { get; set; } = "";

    /// <summary>The status of the first response that means success; null where the page has none.</summary>
    public int? Status { get; set; }

    /// <summary>The media type of that response; empty where none is said.</summary>
    public string ResponseMediaType { get; set; } = "";

    /// <summary>The fields of that response.</summary>
    public List<PageItem> ResponseFields { get; } = [];
}
