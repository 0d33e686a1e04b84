using Kantata.Spec.Operations;

namespace Kantata.Spec.OpenApi;

/// <summary>Reads descriptions as a page would have them: without the white space that means nothing, and lists of associations apart.</summary>
internal static class DescriptionText
{
    /// <summary>A description without what means nothing in it.</summary>
    public static string Read(string? description)
    {
        if (description is null || description.AsSpan().IndexOfAny('\n', '\r') < 0)
        {
            return description?.Trim() ?? "";
        }

        var lines = new TextLines(description);
        var cursor = new LineCursor(description);
        while (cursor.Read())
        {
            lines.Add(cursor.Start, cursor.Line.Length);
        }

        return lines.Take();
    }

    /// <summary>Reads the description of a parameter that lists associations or optional fields into it.</summary>
    public static void ReadList(string? description, ContentItem item, ItemPlace place)
    {
        string text = description ?? "";
        var lines = new TextLines(text);
        var cursor = new LineCursor(text);
        ContentAssociation? association = null;
        while (cursor.Read())
        {
            int start = 0;
            if (AssociationLine.TryRead(cursor.Line, out AssociationLine line))
            {
                EndText();
                association = new ContentAssociation(line.Name.ToString(), line.Type.ToString(), place);
                (item.Associations ??= []).Add(association);
                start = line.TextStart;
            }

            lines.Add(cursor.Start + start, cursor.Line.Length - start);
        }

        EndText();

        void EndText()
        {
            string gathered = lines.Take();
            if (association is null)
            {
                item.Text = gathered;
            }
            else
            {
                association.Text = gathered;
            }
        }
    }
}
