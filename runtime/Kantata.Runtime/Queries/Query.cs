using System.ComponentModel;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// What is asked of the server beside the path. Queries are immutable: each method gives a new one and leaves this as it is,
/// so that a base query can be shared. A filter that is set twice is replaced; includes and optional fields are collected.
/// </summary>
/// <typeparam name="TSelf">The query itself.</typeparam>
public abstract class Query<TSelf> : QueryBase
    where TSelf : Query<TSelf>
{
    private protected Query()
    {
    }

    /// <summary>Sets any parameter, for what no method is there. The value is encoded, and nothing about it is checked.</summary>
    /// <param name="name">The parameter, by the API's name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or a parameter that has a place of its own.</exception>
    public TSelf Parameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        CheckParameter(name, value);
        return With(Parameters.With(name, value));
    }

    /// <summary>Sets a text.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetString(string name, string value) => With(Parameters.With(name, QueryValue.Of(value, name)));

    /// <summary>Sets a whole number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetInt64(string name, long value) => With(Parameters.With(name, QueryValue.Of(value)));

    /// <summary>Sets a number with a fraction.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetDecimal(string name, decimal value) => With(Parameters.With(name, QueryValue.Of(value)));

    /// <summary>Sets true or false.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetBoolean(string name, bool value) => With(Parameters.With(name, QueryValue.Of(value)));

    /// <summary>Sets a day.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetDate(string name, DateOnly value) => With(Parameters.With(name, QueryValue.Of(value)));

    /// <summary>Sets a moment.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetDateTime(string name, DateTimeOffset value) => With(Parameters.With(name, QueryValue.Of(value)));

    /// <summary>Sets one id.</summary>
    /// <exception cref="ArgumentException">The id is the default value, which is no id.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetId<T>(string name, Id<T> id) => With(Parameters.With(name, QueryValue.Of(id.ToString(), name)));

    /// <summary>Sets a range of days, both ends in it.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetRange(string name, DateOnly? from, DateOnly? to, char separator = ':') =>
        With(Parameters.With(name, QueryValue.Range(name, from, to, separator, QueryValue.Of)));

    /// <summary>Sets a range of moments, both ends in it. Where a colon parts the ends they are written without colons.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetRange(string name, DateTimeOffset? from, DateTimeOffset? to, char separator = ':') =>
        With(Parameters.With(name, QueryValue.Range(name, from, to, separator, separator == ':' ? QueryValue.WithoutColons : QueryValue.Of)));

    /// <summary>Sets a range of numbers, both ends in it.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetRange(string name, decimal? from, decimal? to, char separator) =>
        With(Parameters.With(name, QueryValue.Range(name, from, to, separator, QueryValue.Of)));

    /// <summary>Sets a list of texts.</summary>
    /// <exception cref="ArgumentException">The list is empty, has more than <paramref name="limit"/> values, or one that is empty or holds a comma.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetStrings(string name, IEnumerable<string> values, int limit = int.MaxValue) =>
        With(Parameters.With(name, QueryValue.List(name, values, limit)));

    /// <summary>Sets a list of numbers.</summary>
    /// <exception cref="ArgumentException">The list is empty or has more than <paramref name="limit"/> values.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetInt64s(string name, IEnumerable<long> values, int limit = int.MaxValue) => SetStrings(name, values?.Select(QueryValue.Of)!, limit);

    /// <summary>Sets a list of days.</summary>
    /// <exception cref="ArgumentException">The list is empty or has more than <paramref name="limit"/> values.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetDates(string name, IEnumerable<DateOnly> values, int limit = int.MaxValue) => SetStrings(name, values?.Select(QueryValue.Of)!, limit);

    /// <summary>Sets a list of members of an open set.</summary>
    /// <exception cref="ArgumentException">The list is empty, has more than <paramref name="limit"/> values, or one that is empty or holds a comma.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetValues<TSet>(string name, IEnumerable<TSet> values, int limit = int.MaxValue)
        where TSet : struct, IValueSet<TSet> => SetStrings(name, values?.Select(static value => value.Value)!, limit);

    /// <summary>Sets a list of ids.</summary>
    /// <exception cref="ArgumentException">The list is empty, has more than <paramref name="limit"/> ids, or one that is the default value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetIds<T>(string name, IEnumerable<Id<T>> ids, int limit = int.MaxValue) => SetStrings(name, ids?.Select(static id => id.ToString())!, limit);

    /// <summary>Sets a list of ids.</summary>
    /// <exception cref="ArgumentException">The list is empty or has more than <paramref name="limit"/> ids.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetIds<T>(string name, IEnumerable<long> ids, int limit = int.MaxValue) => SetIds(name, ids?.Select(static id => (Id<T>)id)!, limit);

    /// <summary>Sets a filter that has a grammar of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetFilter(string name, QueryFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(Parameters.With(name, filter.ToString()));
    }

    /// <summary>Sets skills and their levels, written as JSON.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetJson(string name, SkillLevels filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(Parameters.With(name, filter.ToJson()));
    }

    /// <summary>Sets filters of custom fields: one is written as it is, several as <c>(one):(other)</c>, or <c>one;other</c> where a semicolon parts them.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf SetFilters(string name, IEnumerable<CustomFieldFilter> filters, char separator = ':') =>
        With(Parameters.With(name, QueryValue.Filters(name, filters, separator)));

    /// <summary>Asks for an association to come along.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Include(string association) => With(Parameters.WithInclude(association));

    /// <summary>Asks for a field that is not sent otherwise.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf OptionalField(string field) => With(Parameters.WithField(field));

    /// <summary>Sets the order.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf Order(string order) => SetString("order", order);

    private protected TSelf With(QueryParameters parameters) => (TSelf)Copy(parameters);

    private protected virtual void CheckParameter(string name, string value)
    {
    }
}
