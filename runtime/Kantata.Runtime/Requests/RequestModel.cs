using System.ComponentModel;
using Kantata.Runtime;

namespace Kantata;

/// <summary>What a request holds. A member that was never set is not sent; one that was set to null is sent as null.</summary>
public abstract class RequestModel
{
    private BitSet _set;

    /// <summary>Notes that a member was set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set(int member) => _set.Add(member);

    /// <summary>Whether a member was set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsSet(int member) => _set.Contains(member);

    /// <summary>Writes the members that were set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void WriteMembers(RequestWriter json);

    /// <summary>Checks what the documents state about the members.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Validate(RequestValidator check)
    {
    }

    internal bool HasSet(int member) => IsSet(member);

    internal void Write(RequestWriter json) => WriteMembers(json);

    internal void Check(RequestValidator check) => Validate(check);
}
