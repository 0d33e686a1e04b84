using Kantata.Generator.CSharp;

namespace Kantata.Generator.Shaping;

/// <summary>The parameters of a method in the order of their declaration, each with its documentation.</summary>
internal sealed class ParameterList
{
    private readonly List<Parameter> _parameters;
    private readonly NameScope _names;

    public ParameterList()
        : this([])
    {
    }

    private ParameterList(IEnumerable<Parameter> parameters)
    {
        _parameters = [.. parameters];
        _names = new NameScope(["query", "progress", "cancellationToken", .. _parameters.Select(parameter => parameter.Name)]);
    }

    /// <summary>Adds a parameter whose name the documents give, and answers the name that it got.</summary>
    public string Add(string type, string words, string text) => Add(type, words, text, value: "");

    /// <summary>Adds a parameter that can be left out.</summary>
    public string AddOptional(string type, string words, string text) => Add(type + "?", words, text, value: " = null");

    /// <summary>Adds the lambda that says what to ask for.</summary>
    public void AddQuery(string type) =>
        _parameters.Add(new Parameter($"Func<{type}, {type}>? query = null", "query", "What to ask for."));

    /// <summary>Adds what is told how far batches have come.</summary>
    public void AddProgress() =>
        _parameters.Add(new Parameter("IProgress<KantataBatchProgress>? progress = null", "progress", "Is told after each batch."));

    /// <summary>Adds the token that every call ends with.</summary>
    public void AddCancellationToken() =>
        _parameters.Add(new Parameter("CancellationToken cancellationToken = default", "cancellationToken", "Cancels the call."));

    /// <summary>The same parameters so far, to go on otherwise.</summary>
    public ParameterList Copy() => new(_parameters);

    /// <summary>The declarations as they stand between the parentheses.</summary>
    public string Declarations() => string.Join(", ", _parameters.Select(parameter => parameter.Declaration));

    /// <summary>Documents each parameter.</summary>
    public Documentation Describe(Documentation doc)
    {
        foreach (Parameter parameter in _parameters)
        {
            doc = doc.Parameter(parameter.Name, parameter.Text);
        }

        return doc;
    }

    private string Add(string type, string words, string text, string value)
    {
        string name = _names.Claim(Identifier.Camel(words), "Value");
        _parameters.Add(new Parameter($"{type} {name}{value}", name, text));
        return name;
    }

    private sealed record Parameter(string Declaration, string Name, string Text);
}
