using System.Collections.Immutable;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>Where a value comes from, as far as that is certain.</summary>
internal abstract record Origin
{
    private Origin()
    {
    }

    /// <summary>It may come from anywhere.</summary>
    public static Origin Unknown { get; } = new Anywhere();

    /// <summary>It holds no object: null, an empty list, what is thrown.</summary>
    public static Origin Nothing { get; } = new Nowhere(ImmutableHashSet<string>.Empty, MayIncludeMore: false);

    /// <summary>Whether something of the value comes from a query.</summary>
    public abstract bool Holds(QueryCall call);

    /// <summary>The origin of a value that is the one or the other, or holds both.</summary>
    public Origin Or(Origin other) => (this, other) switch
    {
        (Nowhere one, Nowhere two) => new Nowhere(one.Methods.Union(two.Methods), one.MayIncludeMore || two.MayIncludeMore),
        (Nowhere one, FromQuery two) => two with { Methods = two.Methods.Union(one.Methods), MayIncludeMore = one.MayIncludeMore || two.MayIncludeMore },
        (FromQuery, Nowhere) => other.Or(this),
        (Nowhere, _) => other,
        (_, Nowhere) => this,
        (FromQuery one, FromQuery two) when one.Call.Equals(two.Call) && one.CameAlong == two.CameAlong =>
            one with { Methods = one.Methods.Union(two.Methods), MayIncludeMore = one.MayIncludeMore || two.MayIncludeMore },
        (Parts one, Parts two) when one.Items.Length == two.Items.Length => new Parts(one.Items.Zip(two.Items, (left, right) => left.Or(right)).ToImmutableArray()),
        _ => Unknown,
    };

    /// <summary>The origin of the query that a method is called on gives.</summary>
    public Origin After(string method) => this switch
    {
        FromQuery query => query with { Methods = query.Methods.Add(method) },
        Nowhere nothing => nothing with { Methods = nothing.Methods.Add(method) },
        _ => Unknown,
    };

    /// <summary>The origin of a query that may include what no method says.</summary>
    public Origin AfterUnknownInclude() => this switch
    {
        FromQuery query => query with { MayIncludeMore = true },
        Nowhere nothing => nothing with { MayIncludeMore = true },
        _ => Unknown,
    };

    /// <summary>All objects in it come from one query.</summary>
    /// <param name="Call">The call that begins the query.</param>
    /// <param name="Methods">The methods that may have been called on the query: what is not among them was surely not.</param>
    /// <param name="MayIncludeMore">Whether the query may include what no method says.</param>
    /// <param name="CameAlong">Whether the objects were not themselves asked for.</param>
    public sealed record FromQuery(QueryCall Call, ImmutableHashSet<string> Methods, bool MayIncludeMore = false, bool CameAlong = false) : Origin
    {
        /// <inheritdoc/>
        public override bool Holds(QueryCall call) => Call.Equals(call);
    }

    /// <summary>A tuple or an anonymous object, or several of them.</summary>
    /// <param name="Items">The origin of each part.</param>
    public sealed record Parts(ImmutableArray<Origin> Items) : Origin
    {
        /// <inheritdoc/>
        public override bool Holds(QueryCall call) => Items.Any(item => item.Holds(call));
    }

    private sealed record Anywhere : Origin
    {
        public override bool Holds(QueryCall call) => false;
    }

    // A query that is made of itself comes from nowhere so far, but the methods that are called on it count.
    private sealed record Nowhere(ImmutableHashSet<string> Methods, bool MayIncludeMore) : Origin
    {
        public override bool Holds(QueryCall call) => false;
    }
}
