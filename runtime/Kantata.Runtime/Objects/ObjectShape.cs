using System.ComponentModel;

namespace Kantata.Runtime;

/// <summary>How objects of one type are made and which members they have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectShape
{
    private readonly Func<KantataObject> _factory;

    /// <summary>Describes a type.</summary>
    /// <param name="factory">Makes an empty object.</param>
    /// <param name="names">The members by the API's names; reading tells a member by its position here.</param>
    public ObjectShape(Func<KantataObject> factory, params string[] names)
    {
        _factory = factory;
        Names = new NameTable(names);
    }

    internal NameTable Names { get; }

    internal KantataObject Create() => _factory();
}
