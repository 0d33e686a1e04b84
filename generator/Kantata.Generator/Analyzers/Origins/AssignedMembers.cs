using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>
/// The names of members that somebody assigns to objects that exist already: what stands there need not have come from the server.
/// Files are looked at when the first question is asked, and again only when they change.
/// </summary>
internal sealed class AssignedMembers(CompilationStartAnalysisContext context)
{
    private static readonly SyntaxTreeValueProvider<ImmutableHashSet<string>> s_names = new(Collect);

    /// <summary>Whether a member of that name is assigned anywhere.</summary>
    public bool Contains(string name, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && context.TryGetValue(tree, s_names, out ImmutableHashSet<string>? names) && names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableHashSet<string> Collect(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Select(assignment => (assignment.Left as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText)
            .OfType<string>()
            .ToImmutableHashSet(StringComparer.Ordinal);
}
