namespace Kantata.Generator.Shaping;

/// <summary>How far a word is from another that may have been meant.</summary>
internal static class EditDistance
{
    /// <summary>How many letters must be added, removed or replaced to make one word of the other.</summary>
    public static int Between(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, replaced);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
