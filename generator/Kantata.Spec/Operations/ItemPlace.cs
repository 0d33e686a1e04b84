namespace Kantata.Spec.Operations;

/// <summary>Where an item stands: known from the start, or looked up only when a fault is shown there.</summary>
internal readonly struct ItemPlace
{
    private readonly TextPlace _place;
    private readonly DocumentPositions? _positions;
    private readonly string? _path;

    private ItemPlace(TextPlace place) => _place = place;

    /// <summary>The place of the element that <paramref name="path"/> names.</summary>
    public ItemPlace(DocumentPositions positions, string path)
    {
        _place = TextPlace.Start;
        if (positions != DocumentPositions.None)
        {
            (_positions, _path) = (positions, path);
        }
    }

    /// <summary>The place of what is called <paramref name="name"/> below this one.</summary>
    public ItemPlace Below(string name) => _positions is null ? this : new ItemPlace(_positions, _path + "/" + name);

    public TextPlace Find() => _positions is null ? _place : _positions.Find(_path!);

    public static implicit operator ItemPlace(TextPlace place) => new(place);
}
