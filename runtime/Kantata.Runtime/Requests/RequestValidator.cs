using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Collects what is wrong with a request before it is sent. A member that was not set is not sent and breaks no limit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestValidator
{
    private List<string>? _problems;
    private Dictionary<string, KantataRequest>? _models;
    private KantataRequest _model;
    private string _path;

    private RequestValidator(string path, KantataRequest model)
    {
        _path = path;
        _model = model;
    }

    /// <summary>A member that is needed under a condition.</summary>
    /// <param name="condition">Whether the condition holds.</param>
    /// <param name="present">Whether the member has a value.</param>
    /// <param name="member">The member, as C# names it.</param>
    /// <param name="why">The condition in words, in the API's names.</param>
    public void RequiredWhen(bool condition, bool present, string member, string why)
    {
        if (condition && !present)
        {
            Add($"{member} is required when {why}");
        }
    }

    /// <summary>Members of which at least one is needed.</summary>
    /// <param name="present">Whether each has a value.</param>
    /// <param name="members">The members, as C# names them.</param>
    public void AtLeastOne(ReadOnlySpan<bool> present, string members)
    {
        if (!present.Contains(true))
        {
            Add($"one of {members} is required");
        }
    }

    /// <summary>A list that may hold so many items and not more.</summary>
    /// <param name="member">The position of the member in its model.</param>
    /// <param name="count">How many items it holds; null where there is no list.</param>
    /// <param name="limit">How many items it may hold.</param>
    /// <param name="name">The member, as C# names it.</param>
    public void MaxItems(int member, int? count, int limit, string name)
    {
        if (_model.HasSet(member) && count > limit)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name} holds {count} items, and at most {limit} are allowed"));
        }
    }

    /// <summary>A text that may be so long and not longer.</summary>
    /// <param name="member">The position of the member in its model.</param>
    /// <param name="value">The text.</param>
    /// <param name="limit">How many characters it may have.</param>
    /// <param name="name">The member, as C# names it.</param>
    public void MaxLength(int member, string? value, int limit, string name)
    {
        // The server counts characters as readers do, not the halves that C# needs for some of them.
        if (_model.HasSet(member) && value is not null && value.Length > limit && value.EnumerateRunes().Count() > limit)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name} is longer than the {limit} characters that are allowed"));
        }
    }

    /// <summary>A number that may lie between two bounds, both allowed; null is no bound.</summary>
    /// <param name="member">The position of the member in its model.</param>
    /// <param name="value">The number.</param>
    /// <param name="min">The smallest allowed.</param>
    /// <param name="max">The largest allowed.</param>
    /// <param name="name">The member, as C# names it.</param>
    public void Range(int member, decimal? value, decimal? min, decimal? max, string name)
    {
        if (!_model.HasSet(member) || value is not { } number)
        {
            return;
        }

        if (number < min)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {number}, and at least {min} is allowed"));
        }
        else if (number > max)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {number}, and at most {max} is allowed"));
        }
    }

    /// <summary>Checks a nested object.</summary>
    /// <param name="path">The member that holds it, by the API's name.</param>
    /// <param name="model">The object.</param>
    public void Nested(string path, RequestModel? model)
    {
        if (model is null)
        {
            return;
        }

        (string outerPath, KantataRequest outer) = (_path, _model);
        _path = outerPath.Length == 0 ? path : $"{outerPath}.{path}";
        _model = model;
        _models?.Add(_path, model);
        model.Check(this);
        (_path, _model) = (outerPath, outer);
    }

    /// <summary>Checks nested objects.</summary>
    /// <param name="path">The member that holds them, by the API's name.</param>
    /// <param name="models">The objects.</param>
    public void Nested(string path, IReadOnlyList<RequestModel>? models)
    {
        for (int i = 0; i < models?.Count; i++)
        {
            Nested(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), models[i]);
        }
    }

    /// <summary>Checks nested objects by names that are data.</summary>
    /// <param name="path">The member that holds them, by the API's name.</param>
    /// <param name="models">The objects.</param>
    public void Nested<T>(string path, IReadOnlyDictionary<string, T>? models)
        where T : RequestModel
    {
        foreach ((string name, T model) in models ?? ReadOnlyDictionary<string, T>.Empty)
        {
            Nested($"{path}.{name}", model);
        }
    }

    /// <summary>Checks the body of a request.</summary>
    /// <exception cref="KantataRequestException">It breaks a rule.</exception>
    internal static void Check(string? wrapper, KantataRequest model)
    {
        RequestValidator check = new(wrapper ?? "", model);
        model.Check(check);
        check.ThrowIfAny();
    }

    /// <summary>Checks the body of a request for many objects.</summary>
    /// <param name="wrapper">The member that holds them, by the API's name.</param>
    /// <param name="models">The objects.</param>
    /// <param name="firstIndex">The position of the first of them in the input, where it comes in pieces.</param>
    /// <exception cref="KantataRequestException">One of them breaks a rule.</exception>
    internal static void Check(string wrapper, IReadOnlyList<RequestModel> models, int firstIndex = 0)
    {
        if (models.Count > 0)
        {
            RequestValidator check = new("", models[0]);
            for (int i = 0; i < models.Count; i++)
            {
                check.Nested(string.Create(CultureInfo.InvariantCulture, $"{wrapper}[{firstIndex + i}]"), models[i]);
            }

            check.ThrowIfAny();
        }
    }

    /// <summary>The models of a body by their paths, itself among them: checking passes by each of them.</summary>
    internal static IReadOnlyDictionary<string, KantataRequest> ModelsOf(KantataRequest model)
    {
        RequestValidator check = new("", model) { _models = new(StringComparer.Ordinal) { [""] = model } };
        model.Check(check);
        return check._models;
    }

    /// <summary>The models of a body for many objects by their paths, which begin with the position of the object.</summary>
    internal static IReadOnlyDictionary<string, KantataRequest> ModelsOf(IReadOnlyList<RequestModel> models)
    {
        RequestValidator check = new("", models[0]) { _models = new(StringComparer.Ordinal) };
        check.Nested("", models);
        return check._models;
    }

    private void Add(string problem) => (_problems ??= []).Add(_path.Length == 0 ? problem : $"{_path}: {problem}");

    private void ThrowIfAny()
    {
        if (_problems is not null)
        {
            throw new KantataRequestException(_problems);
        }
    }
}
