using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kantata.Runtime;

/// <summary>Writes several values as one text, in the way of the API: parted by commas, which no value may hold then.</summary>
internal static class CommaList
{
    public const string NoValue = "holds no value";

    /// <summary>Joins values. Where that cannot be, the problem is told as what is said of a list: <c>holds an empty value</c>.</summary>
    public static bool TryJoin(IEnumerable<string> values, [NotNullWhen(true)] out string? list, [NotNullWhen(false)] out string? problem)
    {
        StringBuilder text = new();
        list = null;
        foreach (string value in values)
        {
            problem = ProblemOf(value);
            if (problem is not null)
            {
                return false;
            }

            text.Append(text.Length > 0 ? "," : "").Append(value);
        }

        // No value is empty.
        problem = text.Length > 0 ? null : NoValue;
        list = problem is null ? text.ToString() : null;
        return list is not null;
    }

    /// <summary>What keeps a value out of any list; null where nothing does.</summary>
    public static string? ProblemOf(string value) =>
        string.IsNullOrEmpty(value) ? "holds an empty value"
        : value.Contains(',', StringComparison.Ordinal) ? $"holds the value \"{value}\", whose comma would part it in two"
        : null;
}
