using Kantata.Emulator.Values;

namespace Kantata.Emulator.Filtering;

/// <summary>A span of days or instants.</summary>
/// <param name="From">Its beginning; null where it is open.</param>
/// <param name="To">Its end; null where it is open.</param>
internal readonly record struct MomentRange(Moment? From, Moment? To)
{
    /// <summary>
    /// Reads <c>FROM:TO</c> and <c>FROM;TO</c>, whose ends may be left out. Instants are written without their colons where a
    /// colon parts them, but are found with them too.
    /// </summary>
    public static bool TryParse(string text, out MomentRange range)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] is ':' or ';' && TryParseEnd(text[..index], out Moment? from) && TryParseEnd(text[(index + 1)..], out Moment? to) && (from ?? to) is not null)
            {
                range = new MomentRange(from, to);
                return true;
            }
        }

        range = default;
        return false;
    }

    private static bool TryParseEnd(string text, out Moment? end)
    {
        bool isMoment = Moment.TryParse(text, out Moment moment);
        end = isMoment ? moment : null;
        return isMoment || text.Length == 0;
    }
}
