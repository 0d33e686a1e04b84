using Kantata.Spec.Collections;

namespace Kantata.Spec;

/// <summary>
/// Where the things that a document names stand in its file. Positions leave the reader apart from the document, so that
/// what is made of the document does not change when text moves.
/// </summary>
/// <remarks>
/// An element is named by a path: of a page <c>endpoint</c>, <c>query/date_between</c>, <c>query/include/story</c>,
/// <c>body/billing_milestone.title</c>, <c>response/200/results.id</c>; of an index page <c>GET /invoices</c>; of a document in
/// YAML or JSON the names on the way to it, as in <c>components/schemas/Story/properties/title</c>; of an operation in one
/// the names on the way to the operation, and then as of a page: <c>paths//invoices/get/query/include/story</c>.
/// </remarks>
public sealed class DocumentPositions : IEquatable<DocumentPositions>
{
    private readonly EquatableArray<ElementPosition> _elements;
    private readonly EquatableArray<ElementAlias> _aliases;
    private readonly Lazy<Dictionary<string, TextPlace>> _places;

    internal DocumentPositions(EquatableArray<ElementPosition> elements, EquatableArray<ElementAlias> aliases = default)
    {
        _elements = elements;
        _aliases = aliases;

        // Most files have no fault that needs a place, so the paths are put together when the first one is asked for.
        _places = new(IndexByPath);
    }

    /// <summary>The positions of a document that names nothing.</summary>
    public static DocumentPositions None { get; } = new(default);

    /// <summary>
    /// The place of an element; where it has none, that of the nearest one around it; at last the beginning of the file.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public TextPlace Find(string path)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        return FindNearest(_places.Value, path);
    }

    private static TextPlace FindNearest(Dictionary<string, TextPlace> places, string path)
    {
        string around = path;
        while (around.Length > 0)
        {
            if (places.TryGetValue(around, out TextPlace place))
            {
                return place;
            }

            around = around[..Math.Max(0, around.LastIndexOfAny(['/', '.']))];
        }

        return TextPlace.Start;
    }

    /// <inheritdoc/>
    public bool Equals(DocumentPositions? other) => other is not null && _elements.Equals(other._elements) && _aliases.Equals(other._aliases);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DocumentPositions);

    /// <inheritdoc/>
    public override int GetHashCode() => _elements.GetHashCode();

    private Dictionary<string, TextPlace> IndexByPath()
    {
        var places = new Dictionary<string, TextPlace>(_elements.Count, StringComparer.Ordinal);
        foreach (ElementPosition element in _elements)
        {
            string path = element.Section.Length == 0 ? element.Name : element.Section + "/" + element.Name;
            if (!places.ContainsKey(path))
            {
                places.Add(path, element.Place);
            }
        }

        foreach (ElementAlias alias in _aliases)
        {
            if (!places.ContainsKey(alias.Path))
            {
                places.Add(alias.Path, FindNearest(places, alias.Target));
            }
        }

        return places;
    }
}
