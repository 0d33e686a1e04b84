using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Prose;

/// <summary>Reads what an array holds: "An array of integers.", "an array of IDs".</summary>
internal static class ItemsReader
{
    private static readonly (Phrase Phrase, ValueType Items)[] s_items =
    [
        (Phrase.Of("array|list of integers|ids"), ValueType.Integer),
        (Phrase.Of("array|list of {name} ids"), ValueType.Integer),
        (Phrase.Of("array of numbers|decimals"), ValueType.Number),
        (Phrase.Of("array of strings|texts|names"), ValueType.String),
        (Phrase.Of("array of booleans"), ValueType.Boolean),
        (Phrase.Of("array of objects"), ValueType.Object),
    ];

    /// <summary>The type of the items; null where none is said.</summary>
    public static ValueType? Read(in ProseText prose)
    {
        foreach ((Phrase phrase, ValueType items) in s_items)
        {
            if (phrase.TryFind(prose, out _))
            {
                return items;
            }
        }

        return null;
    }
}
