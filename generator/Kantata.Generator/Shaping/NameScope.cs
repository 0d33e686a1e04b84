using System.Globalization;

namespace Kantata.Generator.Shaping;

/// <summary>The names already given in one place, so that no two things get the same, not even in another case: files are named after types.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _names;
    private readonly ReservedNames? _reserved;
    private readonly NameScope? _around;

    public NameScope(params IEnumerable<string> names) => _names = new(names, StringComparer.OrdinalIgnoreCase);

    public NameScope(ReservedNames reserved, params string[] names)
        : this(names) => _reserved = reserved;

    private NameScope(NameScope around)
        : this() => _around = around;

    /// <summary>The names that were given here and in none of the scopes around.</summary>
    public IReadOnlyCollection<string> Given => _names;

    /// <summary>A scope of its own in which the names of this one are taken.</summary>
    public NameScope Fork() => new(this);

    /// <summary>Whether none of the names is taken.</summary>
    public bool HasNone(IEnumerable<string> names) => !names.Any(IsTaken);

    /// <summary>Takes names that were given elsewhere.</summary>
    public void Add(IEnumerable<string> names) => _names.UnionWith(names);

    /// <summary>
    /// Gives <paramref name="name"/> away, or where it is taken the name with <paramref name="suffix"/>, or at last with a number.
    /// </summary>
    public string Claim(string name, string suffix)
    {
        if (TryTake(name))
        {
            return name;
        }

        string candidate = name + suffix;
        for (int number = 2; !TryTake(candidate); number++)
        {
            candidate = name + suffix + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    private bool TryTake(string name) => !IsReserved(name) && _names.Add(name);

    private bool IsTaken(string name) => _names.Contains(name) || IsReserved(name);

    private bool IsReserved(string name) => _reserved?.Contains(name) == true || _around?.IsTaken(name) == true;
}
