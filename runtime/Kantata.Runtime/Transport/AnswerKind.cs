namespace Kantata.Runtime;

/// <summary>What the answer to a call is.</summary>
internal enum AnswerKind
{
    /// <summary>A document, which is read as a whole.</summary>
    Document,

    /// <summary>A file of any type, which the caller reads as it comes.</summary>
    File,

    /// <summary>Nothing that is read: it tells only that the call succeeded.</summary>
    Nothing,
}
