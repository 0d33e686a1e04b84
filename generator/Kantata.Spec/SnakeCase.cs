namespace Kantata.Spec;

/// <summary>Writes names in snake case.</summary>
internal static class SnakeCase
{
    private const int ShortName = 128;

    /// <summary>
    /// Writes a name of an entity, a heading or a folder: <c>BillingMilestone</c>, <c>Billing Milestones</c> and
    /// <c>billing-milestones</c> alike.
    /// </summary>
    public static string Of(string name)
    {
        // Each character can have a separator before it.
        Span<char> snake = name.Length <= ShortName ? stackalloc char[ShortName * 2] : new char[name.Length * 2];
        int length = 0;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool isSeparator = !char.IsLetterOrDigit(c);
            bool beginsWord = char.IsUpper(c) && i > 0
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1])
                    || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((isSeparator || beginsWord) && length > 0 && snake[length - 1] != '_')
            {
                snake[length++] = '_';
            }

            if (!isSeparator)
            {
                snake[length++] = char.ToLowerInvariant(c);
            }
        }

        return snake[..length].TrimEnd('_').ToString();
    }
}
