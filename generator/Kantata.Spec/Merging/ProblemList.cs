using Kantata.Spec.Collections;

namespace Kantata.Spec.Merging;

/// <summary>Gathers the faults that show when documents are put together.</summary>
internal sealed class ProblemList
{
    private readonly List<SpecProblem> _problems = [];

    public void Add(SpecDescriptor descriptor, string document, string element, params object[] arguments)
    {
        string message = DiagnosticText.Format(descriptor, arguments);
        _problems.Add(new SpecProblem(descriptor.Id, descriptor.Severity, message, document, element));
    }

    public EquatableArray<SpecProblem> ToEquatableArray()
        => _problems
            .Distinct()
            .OrderBy(problem => problem.Document, StringComparer.Ordinal)
            .ThenBy(problem => problem.Element, StringComparer.Ordinal)
            .ThenBy(problem => problem.Id, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal)
            .ToEquatableArray();
}
