using System.Text;

namespace Kantata.Spec;

/// <summary>Writes names in snake case.</summary>
internal static class SnakeCase
{
    /// <summary>
    /// Writes a name of an entity, a heading or a folder: <c>BillingMilestone</c>, <c>Billing Milestones</c> and
    /// <c>billing-milestones</c> alike.
    /// </summary>
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                Separate(snake);
                continue;
            }

            bool beginsWord = char.IsUpper(c) && i > 0
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1])
                    || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (beginsWord)
            {
                Separate(snake);
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString().TrimEnd('_');
    }

    private static void Separate(StringBuilder snake)
    {
        if (snake.Length > 0 && snake[^1] != '_')
        {
            snake.Append('_');
        }
    }
}
