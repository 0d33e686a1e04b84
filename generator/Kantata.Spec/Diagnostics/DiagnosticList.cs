using Kantata.Spec.Collections;

namespace Kantata.Spec;

/// <summary>Gathers the faults of one file.</summary>
internal sealed class DiagnosticList(string file)
{
    // A file with more faults than this is not of the kind that its name says; more of them would help no one.
    private const int MostDiagnostics = 200;

    private List<SpecDiagnostic>? _diagnostics;

    public void Add(SpecDescriptor descriptor, TextPlace place, params object[] arguments)
    {
        _diagnostics ??= [];
        if (_diagnostics.Count < MostDiagnostics)
        {
            string message = DiagnosticText.Format(descriptor, arguments);
            _diagnostics.Add(new SpecDiagnostic(descriptor.Id, descriptor.Severity, message, file, place.Line, place.Column, place.EndColumn));
        }
    }

    public EquatableArray<SpecDiagnostic> ToEquatableArray()
        => _diagnostics is null
            ? default
            : _diagnostics.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column).ToEquatableArray();
}
