using System.Text;
using Kantata.Generator.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Rendering;

/// <summary>Renders files. Templates lay out; all names, types and texts are decided before.</summary>
internal static class SourceRenderer
{
    public static SourceText Render(SourceFile file, CancellationToken cancellationToken)
    {
        Templates templates = Templates.Embedded;
        return SourceText.From(templates.For(file).Render(new FileContext(templates, file, cancellationToken)), Encoding.UTF8);
    }
}
