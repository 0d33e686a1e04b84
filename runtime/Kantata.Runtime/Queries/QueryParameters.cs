namespace Kantata.Runtime;

/// <summary>The parameters of a query. Immutable: setting one gives new parameters. The default value has none.</summary>
internal readonly struct QueryParameters
{
    private const string Include = "include";
    private const string OptionalFields = "optional_fields";

    // Values are held as they are sent: encoded once, however often the query is sent.
    private readonly KeyValuePair<string, string>[]? _values;
    private readonly string[]? _includes;
    private readonly string[]? _fields;
    private readonly ListReading? _reading;

    private QueryParameters(KeyValuePair<string, string>[]? values, string[]? includes, string[]? fields, ListReading? reading)
    {
        _values = values;
        _includes = includes;
        _fields = fields;
        _reading = reading;
    }

    /// <summary>How a list is read: no parameter, but set with them.</summary>
    internal ListReading Reading => _reading ?? ListReading.Default;

    internal bool Includes(string association) => Holds(_includes, association);

    internal bool AsksForField(string field) => Holds(_fields, field);

    /// <summary>Sets a parameter; includes and optional fields, which a query collects, are added to those it has.</summary>
    internal QueryParameters With(string name, string value)
    {
        switch (name)
        {
            case Include:
                return Names(value).Aggregate(this, static (parameters, association) => parameters.WithInclude(association));
            case OptionalFields:
                return Names(value).Aggregate(this, static (parameters, field) => parameters.WithField(field));
        }

        KeyValuePair<string, string> entry = new(name, QueryText.Encode(value));
        int index = IndexOf(name);
        KeyValuePair<string, string>[] values = _values ?? [];
        if (index < 0)
        {
            return new([.. values, entry], _includes, _fields, _reading);
        }

        values = [.. values];
        values[index] = entry;
        return new(values, _includes, _fields, _reading);
    }

    internal QueryParameters WithInclude(string association) => new(_values, Add(_includes, association), _fields, _reading);

    internal QueryParameters WithField(string field) => new(_values, _includes, Add(_fields, field), _reading);

    internal QueryParameters WithReading(ListReading reading) => new(_values, _includes, _fields, reading);

    /// <summary>Only what decides which objects are found.</summary>
    internal QueryParameters WithoutExtras() => new(_values, includes: null, fields: null, _reading);

    internal string? Find(string name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : _values![index].Value;
    }

    /// <summary>Writes the parameters, but one, as a query string without its question mark.</summary>
    internal void WriteTo(ref QueryText query, string? except = null)
    {
        foreach ((string name, string value) in _values ?? [])
        {
            if (name != except)
            {
                query.AddEncoded(name, value);
            }
        }

        if (_includes is not null)
        {
            query.AddEncoded(Include, string.Join(',', _includes));
        }

        if (_fields is not null)
        {
            query.AddEncoded(OptionalFields, string.Join(',', _fields));
        }
    }

    private int IndexOf(string name) => Array.FindIndex(_values ?? [], entry => entry.Key == name);

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Holds(string[]? names, string name) => names is not null && names.AsSpan().Contains(QueryText.Encode(name));

    private static string[] Add(string[]? names, string name)
    {
        string encoded = QueryText.Encode(name);
        return names is null ? [encoded] : names.AsSpan().Contains(encoded) ? names : [.. names, encoded];
    }
}
