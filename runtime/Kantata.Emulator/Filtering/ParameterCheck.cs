using System.Globalization;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Values;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Filtering;

/// <summary>Checks a query parameter against what is published of it.</summary>
internal static class ParameterCheck
{
    /// <exception cref="ApiFault">The value is none that the parameter takes.</exception>
    public static void Check(string name, Value? published, string text)
    {
        if (published is null)
        {
            return;
        }

        bool isList = published.List != ListKind.None || published.Type == ValueType.Array;
        string[] items = isList ? ValueTest.Split(text) : [text];
        if (items.Length > published.MaxItems)
        {
            throw ApiFault.Invalid(name, $"may hold {published.MaxItems} at most and holds {items.Length}");
        }

        ValueType? type = published.Type == ValueType.Array ? published.Items : published.Type;
        foreach (string item in items)
        {
            if (Find(published, type, isList, item) is string fault)
            {
                throw ApiFault.Invalid(name, fault);
            }
        }
    }

    /// <summary>Whether a switch is on.</summary>
    public static bool IsTrue(string text) => text is "true" or "1";

    private static string? Find(Value published, ValueType? type, bool isList, string text) => (type is ValueType declared ? PublishedTypes.Of(published, declared) : type) switch
    {
        ValueType.Boolean when text is not ("true" or "false" or "1" or "0") => "must be true or false",
        // What takes an id takes composite ones and lists of them too, whatever type is published.
        ValueType.Integer when !isList && IdName.Stem(published.Name) is null && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            "must be a whole number",
        ValueType.String when !published.KnownValues.IsEmpty && !published.KnownValues.Contains(text) => $"must be one of {string.Join(", ", published.KnownValues)}",
        _ => null,
    };
}
