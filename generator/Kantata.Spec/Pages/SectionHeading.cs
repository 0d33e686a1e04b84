using System.Globalization;

namespace Kantata.Spec.Pages;

/// <summary>The sections of a page.</summary>
internal enum SectionKind
{
    /// <summary>What stands before the first section: title, prose, Endpoint line.</summary>
    Head,

    /// <summary>The parameters in the path.</summary>
    PathParameters,

    /// <summary>The parameters of the query.</summary>
    QueryParameters,

    /// <summary>The fields of the body.</summary>
    RequestFields,

    /// <summary>The fields of a response.</summary>
    ResponseFields,

    /// <summary>A section that the format does not have.</summary>
    Unknown,
}

/// <summary>A line such as <c>## Response 200 fields (application/json):</c>.</summary>
internal readonly ref struct SectionHeading
{
    private SectionHeading(SectionKind kind, int status, ReadOnlySpan<char> mediaType)
    {
        Kind = kind;
        Status = status;
        MediaType = mediaType;
    }

    public SectionKind Kind { get; }

    /// <summary>The status of a response; 0 in other sections.</summary>
    public int Status { get; }

    /// <summary>The media type in brackets; empty where there is none.</summary>
    public ReadOnlySpan<char> MediaType { get; }

    /// <summary>What paths of elements begin with: <c>query</c>, <c>response/200</c>.</summary>
    public string Path => Kind switch
    {
        SectionKind.PathParameters => "path",
        SectionKind.QueryParameters => "query",
        SectionKind.RequestFields => "body",
        _ => "response/" + Status.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a line. Headings of the second level that do not end in a colon are text.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out SectionHeading heading)
    {
        heading = default;
        if (!line.StartsWith("## ".AsSpan(), StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> title = line[3..].Trim();
        bool hasColon = title.Length > 0 && title[^1] == ':';
        if (hasColon)
        {
            title = title[..^1].TrimEnd();
        }

        ReadOnlySpan<char> mediaType = default;
        if (title.Length > 0 && title[^1] == ')' && title.LastIndexOf('(') is var open and >= 0)
        {
            mediaType = title[(open + 1)..^1].Trim();
            title = title[..open].TrimEnd();
        }

        if (Is(title, "Path parameters"))
        {
            heading = new SectionHeading(SectionKind.PathParameters, 0, mediaType);
        }
        else if (Is(title, "Query parameters"))
        {
            heading = new SectionHeading(SectionKind.QueryParameters, 0, mediaType);
        }
        else if (Is(title, "Request fields"))
        {
            heading = new SectionHeading(SectionKind.RequestFields, 0, mediaType);
        }
        else if (TryReadStatus(title, out int status))
        {
            heading = new SectionHeading(SectionKind.ResponseFields, status, mediaType);
        }
        else if (hasColon)
        {
            heading = new SectionHeading(SectionKind.Unknown, 0, default);
        }
        else
        {
            return false;
        }

        return true;
    }

    // "Response 200 fields", or "Response 204" where there are none
    private static bool TryReadStatus(ReadOnlySpan<char> title, out int status)
    {
        status = 0;
        const string Response = "Response ";
        if (title.Length < Response.Length + 3 || !Is(title[..Response.Length], Response))
        {
            return false;
        }

        ReadOnlySpan<char> digits = title.Slice(Response.Length, 3);
        ReadOnlySpan<char> rest = title[(Response.Length + 3)..].Trim();
        return (rest.IsEmpty || Is(rest, "fields"))
            && int.TryParse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out status);
    }

    private static bool Is(ReadOnlySpan<char> text, string expected) => text.Equals(expected.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
