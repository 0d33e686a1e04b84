using Kantata.Runtime;

namespace Kantata;

/// <summary>A span of days for which a project has no timesheet of a user, written <c>WORKSPACE:START:END</c>.</summary>
public sealed class TimesheetGap : QueryFilter
{
    private TimesheetGap(string text)
        : base(text)
    {
    }

    /// <summary>Names the project and the span.</summary>
    /// <param name="workspace">The id of the project.</param>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day.</param>
    /// <exception cref="ArgumentException">The id is not a number, or the span ends before it begins.</exception>
    public static TimesheetGap Between(IdValue workspace, DateOnly start, DateOnly end) =>
        new($"{NumberOf(workspace, nameof(workspace))}:{QueryValue.Range<DateOnly>(nameof(start), start, end, ':', QueryValue.Of)}");
}
