using System.Text.Json;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;

namespace Kantata.Emulator.Sorting;

/// <summary>What a record is sorted by. What has no value comes first, as in the database behind the API.</summary>
internal sealed class SortKey : IComparable<SortKey>
{
    private readonly Kind _kind;
    private readonly decimal _number;
    private readonly Moment _moment;
    private readonly string _text = "";
    private readonly string _id;

    public SortKey(JsonElement value, string id)
    {
        _id = id;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetNumber(out _number))
        {
            _kind = Kind.Number;
        }
        else if (value.AsText() is string text)
        {
            _kind = Moment.TryParse(text, out _moment) ? Kind.Moment : Kind.Text;
            _text = text;
        }
    }

    private enum Kind
    {
        None,
        Number,
        Moment,
        Text,
    }

    public int CompareTo(SortKey? other)
    {
        int order = _kind.CompareTo(other!._kind);
        if (order == 0)
        {
            order = _kind switch
            {
                Kind.Number => _number.CompareTo(other._number),
                Kind.Moment => _moment.CompareTo(other._moment),
                Kind.Text => string.CompareOrdinal(_text, other._text),
                _ => 0,
            };
        }

        return order != 0 ? order : IdComparer.Instance.Compare(_id, other._id);
    }
}
