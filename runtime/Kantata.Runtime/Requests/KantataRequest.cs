using System.ComponentModel;
using Kantata.Runtime;

namespace Kantata;

/// <summary>What a request holds, whether it is sent as JSON (<see cref="RequestModel"/>) or as a form (<see cref="FormModel"/>).</summary>
public abstract class KantataRequest
{
    private BitSet _set;

    private protected KantataRequest()
    {
    }

    /// <summary>Notes that a member was set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set(int member) => _set.Add(member);

    /// <summary>Whether a member was set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsSet(int member) => _set.Contains(member);

    /// <summary>Checks what the documents state about the members.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Validate(RequestValidator check)
    {
    }

    /// <summary>The member that the API calls so, where its name in C# is not the API's in PascalCase; else null.</summary>
    /// <param name="name">The API's name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual string? MemberNamed(string name) => null;

    internal string NameOf(string name) => MemberNamed(name) ?? FieldPath.Pascal(name);

    internal bool HasSet(int member) => IsSet(member);

    internal void Check(RequestValidator check) => Validate(check);

    /// <summary>Makes the body of a request, inside a wrapper where there is one.</summary>
    internal abstract RequestBody CreateBody(string? wrapper);
}
