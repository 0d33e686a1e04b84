using System.Text;
using Kantata.Spec.Operations;

namespace Kantata.ContractWriter;

/// <summary>The whole text of an item, the list in it included.</summary>
internal static class ItemText
{
    public static string Of(ContentItem item)
    {
        var text = new StringBuilder(item.Text);
        foreach (ContentAssociation association in item.Associations ?? [])
        {
            string type = association.Type.Length > 0 ? $" ({association.Type})" : "";
            text.Append(text.Length > 0 ? "\n" : "").Append($"- `{association.Name}`{type} - {association.Text}");
        }

        return text.ToString();
    }
}
