using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Writes what was read, the same in every culture.</summary>
internal static class DecodedText
{
    /// <summary>Writes a value.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        JsonElement json => json.GetRawText(),
        KantataReference reference => $"{reference.Key}/{reference.Id}",
        IDictionary map => string.Join(',', map.Keys.Cast<object>().Select(key => $"{key}={Of(map[key])}")),
        IEnumerable values => string.Join(',', values.Cast<object?>().Select(Of)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
