using System.ComponentModel;

namespace Kantata.Runtime;

/// <summary>A query, whatever it is for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class QueryBase
{
    private protected QueryBase(QueryParameters parameters) => Parameters = parameters;

    internal QueryParameters Parameters { get; }
}
