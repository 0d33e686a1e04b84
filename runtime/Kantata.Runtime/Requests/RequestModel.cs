using System.ComponentModel;
using Kantata.Runtime;

namespace Kantata;

/// <summary>What a request holds. A member that was never set is not sent; one that was set to null is sent as null.</summary>
public abstract class RequestModel : KantataRequest
{
    /// <summary>Writes the members that were set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void WriteMembers(RequestWriter json);

    internal void Write(RequestWriter json) => WriteMembers(json);

    internal sealed override RequestBody CreateBody(string? wrapper) => new SingleBody(wrapper, this);
}
