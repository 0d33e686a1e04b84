using System.ComponentModel;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// What a request holds that is sent as a form, because a file is among it. A member that was never set is not sent. A form
/// has no null: a member that was set to null is sent empty, and a file that was set to null is not sent.
/// </summary>
public abstract class FormModel : KantataRequest
{
    /// <summary>Writes the members that were set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void WriteMembers(FormWriter form);

    internal void Write(FormWriter form) => WriteMembers(form);

    internal sealed override RequestBody CreateBody(string? wrapper) => new FormBody(wrapper, this);
}
