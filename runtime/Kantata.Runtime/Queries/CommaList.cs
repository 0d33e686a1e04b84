using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kantata.Runtime;

/// <summary>Writes several values as one text, in the way of the API: parted by commas, which no value may hold then.</summary>
internal static class CommaList
{
    /// <summary>Joins values. Where that cannot be, the problem is told as what is said of a list: <c>holds an empty value</c>.</summary>
    public static bool TryJoin(IEnumerable<string> values, [NotNullWhen(true)] out string? list, [NotNullWhen(false)] out string? problem)
    {
        StringBuilder text = new();
        problem = "holds no value";
        list = null;
        foreach (string value in values)
        {
            if (string.IsNullOrEmpty(value))
            {
                problem = "holds an empty value";
                return false;
            }

            if (value.Contains(',', StringComparison.Ordinal))
            {
                problem = $"holds the value \"{value}\", whose comma would part it in two";
                return false;
            }

            text.Append(problem is null ? "," : "").Append(value);
            problem = null;
        }

        list = problem is null ? text.ToString() : null;
        return list is not null;
    }
}
