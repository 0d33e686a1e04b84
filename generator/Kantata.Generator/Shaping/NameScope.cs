using System.Globalization;

namespace Kantata.Generator.Shaping;

/// <summary>The names already given in one place, so that no two things get the same, not even in another case: files are named after types.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _names = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gives <paramref name="name"/> away, or where it is taken the name with <paramref name="suffix"/>, or at last with a number.
    /// </summary>
    public string Claim(string name, string suffix)
    {
        if (_names.Add(name))
        {
            return name;
        }

        string candidate = name + suffix;
        for (int number = 2; !_names.Add(candidate); number++)
        {
            candidate = name + suffix + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }
}
