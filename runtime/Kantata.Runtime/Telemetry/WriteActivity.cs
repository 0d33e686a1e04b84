using System.Diagnostics;

namespace Kantata.Runtime;

/// <summary>
/// The activity of a write where nobody traces: its id goes along as <c>traceparent</c>, and names a write of which nothing came back.
/// </summary>
internal static class WriteActivity
{
    /// <summary>Starts one; null where there is an activity already, or the call is no write.</summary>
    public static Activity? StartFor(ApiCall call) =>
        call.IsWrite && Activity.Current is null ? new Activity(call.Method.Method).SetIdFormat(ActivityIdFormat.W3C).Start() : null;
}
