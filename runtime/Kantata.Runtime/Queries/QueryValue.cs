using System.Globalization;
using System.Text;

namespace Kantata.Runtime;

/// <summary>How values are written in a query: the same in every culture.</summary>
internal static class QueryValue
{
    public static string Of(string value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return value.Length > 0
            ? value
            : throw new ArgumentException("The value is empty. The server ignores an empty filter and answers everything.", parameter);
    }

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>A moment without colons, for ranges whose ends are parted by one.</summary>
    public static string WithoutColons(DateTimeOffset value) => Of(value).Replace(":", "", StringComparison.Ordinal);

    /// <summary>Joins values by commas.</summary>
    /// <exception cref="ArgumentException">There is none, there are too many, or one is empty or holds a comma.</exception>
    public static string List(string parameter, IEnumerable<string> values, int limit)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        StringBuilder list = new();
        int count = 0;
        foreach (string value in values)
        {
            if (string.IsNullOrEmpty(value))
            {
                throw new ArgumentException("One of the values is empty.", parameter);
            }

            if (value.Contains(',', StringComparison.Ordinal))
            {
                throw new ArgumentException($"The value \"{value}\" holds a comma, which parts the values of this list.", parameter);
            }

            list.Append(count++ == 0 ? "" : ",").Append(value);
        }

        if (count == 0)
        {
            throw new ArgumentException("There is no value in the list. The server ignores an empty filter and answers everything.", parameter);
        }

        return count <= limit
            ? list.ToString()
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {count} values in the list, and at most {limit} are allowed."), parameter);
    }

    /// <summary>Joins the ends of a range, of which one may be missing.</summary>
    /// <exception cref="ArgumentException">Both ends are missing, or the range ends before it begins.</exception>
    public static string Range<T>(string parameter, T? from, T? to, char separator, Func<T, string> write)
        where T : struct, IComparable<T>
    {
        if (from is null && to is null)
        {
            throw new ArgumentException("The range has neither a beginning nor an end.", parameter);
        }

        if (from is { } first && to is { } last && first.CompareTo(last) > 0)
        {
            throw new ArgumentException($"The range ends ({write(last)}) before it begins ({write(first)}).", parameter);
        }

        return $"{(from is { } begin ? write(begin) : "")}{separator}{(to is { } end ? write(end) : "")}";
    }
}
