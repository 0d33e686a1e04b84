namespace Kantata.Coverage.Tests.List;

/// <summary>The forms of answers.</summary>
internal enum AnswerForm
{
    /// <summary>No body.</summary>
    Nothing,

    /// <summary>A page of entities in the usual envelope.</summary>
    Page,

    /// <summary>One entity in the usual envelope.</summary>
    One,

    /// <summary>Entities in the usual envelope, without pages.</summary>
    Many,

    /// <summary>An object with nothing but a list of the ids that the request held.</summary>
    Ids,

    /// <summary>An object of its own.</summary>
    Object,

    /// <summary>A bare array of such objects.</summary>
    Array,

    /// <summary>A bare object that holds such objects under their ids.</summary>
    Keyed,

    /// <summary>JSON of which nothing is published.</summary>
    Json,

    /// <summary>The content of a file.</summary>
    File,
}
