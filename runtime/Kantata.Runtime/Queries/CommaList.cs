using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kantata.Runtime;

/// <summary>Writes several values as one text, in the way of the API: parted by commas, which no value may hold then.</summary>
internal static class CommaList
{
    public static bool TryJoin(IEnumerable<string> values, [NotNullWhen(true)] out string? list, [NotNullWhen(false)] out string? problem)
    {
        StringBuilder text = new();
        problem = "there is no value in the list";
        list = null;
        foreach (string value in values)
        {
            if (string.IsNullOrEmpty(value))
            {
                problem = "one of the values is empty";
                return false;
            }

            if (value.Contains(',', StringComparison.Ordinal))
            {
                problem = $"the value \"{value}\" holds a comma, which parts the values of this list";
                return false;
            }

            text.Append(problem is null ? "," : "").Append(value);
            problem = null;
        }

        list = problem is null ? text.ToString() : null;
        return list is not null;
    }
}
