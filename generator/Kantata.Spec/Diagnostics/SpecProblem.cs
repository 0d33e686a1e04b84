namespace Kantata.Spec;

/// <summary>
/// A fault that shows only when documents are put together. It names the element and no line, so that it stays equal when
/// text moves; <see cref="DocumentPositions"/> has the place.
/// </summary>
/// <param name="Id">The id of its <see cref="SpecDescriptor"/>: <c>KAN0001</c>.</param>
/// <param name="Severity">How much it spoils.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Document">The name of the document.</param>
/// <param name="Element">The path of the element in it: <c>query/include/story</c>; empty for the document itself.</param>
public sealed record SpecProblem(string Id, SpecSeverity Severity, string Message, string Document, string Element)
{
    /// <summary>The same fault with its place.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="positions"/> is null.</exception>
    public SpecDiagnostic At(DocumentPositions positions)
    {
        TextPlace place = (positions ?? throw new ArgumentNullException(nameof(positions))).Find(Element);
        return new SpecDiagnostic(Id, Severity, Message, Document, place.Line, place.Column, place.EndColumn);
    }
}
