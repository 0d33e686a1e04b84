using System.Text;

namespace Kantata.Runtime;

/// <summary>What to tell the reader of a member that did not come: the call to add, or why no call helps.</summary>
internal static class Advice
{
    public static string ForAssociation(string entity, string member, string association, string? method, bool cameAlong)
    {
        string call = $".{method ?? "Include" + Pascal(association)}()";
        return cameAlong
            ? $"{entity}.{member} was not received. This {entity} came along with what was asked for, and the includes of the query do not apply to it; get it by a query of its own with {call}."
            : $"{entity}.{member} was not received, because \"{association}\" was not included. Add {call} to the query.";
    }

    public static string ForField(string entity, string member, string field, string? method, bool cameAlong)
    {
        string call = $".{method ?? "With" + Pascal(field)}()";
        return cameAlong
            ? $"{entity}.{member} was not received. This {entity} came along with what was asked for, and the optional fields of the query do not apply to it; get it by a query of its own with {call}."
            : $"{entity}.{member} was not received, because the optional field \"{field}\" was not asked for. Add {call} to the query.";
    }

    private static string Pascal(string name)
    {
        StringBuilder result = new(name.Length);
        bool startsWord = true;
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            result.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return result.ToString();
    }
}
