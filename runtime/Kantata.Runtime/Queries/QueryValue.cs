using System.Globalization;

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
        string[] all = [.. values];
        if (all.Length == 0)
        {
            throw new ArgumentException("There is no value in the list. The server ignores an empty filter and answers everything.", parameter);
        }

        if (!CommaList.TryJoin(all, out string? list, out string? problem))
        {
            throw new ArgumentException($"The list {problem}.", parameter);
        }

        return all.Length <= limit
            ? list
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {all.Length} values in the list, and at most {limit} are allowed."), parameter);
    }

    /// <summary>Joins filters, each in parentheses unless it is the only one or a semicolon parts them.</summary>
    /// <exception cref="ArgumentException">There is none, or one of them is null.</exception>
    public static string Filters(string parameter, IEnumerable<CustomFieldFilter> filters, char separator)
    {
        ArgumentNullException.ThrowIfNull(filters, parameter);
        CustomFieldFilter[] all = [.. filters];
        if (all.Length == 0)
        {
            throw new ArgumentException("There is no filter. The server ignores an empty filter and answers everything.", parameter);
        }

        if (all.Contains(null))
        {
            throw new ArgumentException("One of the filters is null.", parameter);
        }

        return all.Length == 1 || separator == ';'
            ? string.Join(separator, (object[])all)
            : string.Join(separator, all.Select(static filter => $"({filter})"));
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
