namespace Kantata.Spec.Operations;

/// <summary>Reads <c>GET /invoices/{id}</c>.</summary>
internal static class EndpointLine
{
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>Reads a method and a path; false where the text is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string method, out string path)
    {
        method = path = "";
        text = text.Trim();
        int blank = text.IndexOfAny(' ', '\t');
        if (blank < 0)
        {
            return false;
        }

        ReadOnlySpan<char> word = text[..blank];
        ReadOnlySpan<char> rest = text[blank..].TrimStart();
        foreach (string known in s_methods)
        {
            if (word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                method = known;
            }
        }

        if (method.Length == 0 || rest[0] != '/' || !IsPath(rest))
        {
            return false;
        }

        path = rest.ToString();
        return true;
    }

    /// <summary>Whether a text is a path: braces come in pairs around a name, and nothing stands in it that an address could not hold.</summary>
    public static bool IsPath(ReadOnlySpan<char> text)
    {
        int open = -1;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '{' && open < 0)
            {
                open = i;
            }
            else if (c == '}' && open >= 0 && i > open + 1)
            {
                open = -1;
            }
            else if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
                && (open >= 0 || c is not ('/' or '.' or '~' or ':')))
            {
                return false;
            }
        }

        return open < 0;
    }
}
