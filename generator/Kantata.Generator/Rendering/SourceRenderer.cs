using System.Text;
using Kantata.Generator.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Rendering;

/// <summary>Renders files. Templates lay out; all names, types and texts are decided before.</summary>
internal sealed class SourceRenderer
{
    private FileContext? _spare;

    /// <summary>Renders a file. Several may be rendered at a time.</summary>
    public SourceText Render(SourceFile file, CancellationToken cancellationToken)
    {
        FileContext context = Interlocked.Exchange(ref _spare, null) ?? new FileContext(Templates.Embedded);
        string text = context.Render(file, cancellationToken);

        // Not after a fault or a cancellation: what the context holds then is not known.
        Volatile.Write(ref _spare, context);
        return SourceText.From(text, Encoding.UTF8);
    }
}
