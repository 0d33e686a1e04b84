using System.ComponentModel;

namespace Kantata.Runtime;

/// <summary>A query, whatever it is for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class QueryBase
{
    private protected QueryBase()
    {
    }

    internal QueryParameters Parameters { get; private set; }

    /// <summary>Makes a query that is like this one in all but its parameters.</summary>
    private protected QueryBase Copy(QueryParameters parameters)
    {
        // Nothing else ever changes a query, and this one nobody has seen yet.
        QueryBase copy = (QueryBase)MemberwiseClone();
        copy.Parameters = parameters;
        return copy;
    }
}
