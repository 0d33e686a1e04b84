using System.Text;
using Kantata.Generator.CSharp;
using Microsoft.CodeAnalysis.Text;
using Scriban;
using Scriban.Runtime;

namespace Kantata.Generator.Rendering;

/// <summary>Renders files. Templates lay out; all names, types and texts are decided before.</summary>
internal static class SourceRenderer
{
    public static SourceText Render(SourceFile file, CancellationToken cancellationToken)
    {
        ScriptObject globals = new() { ["file"] = file };
        globals.Import("comment", new Func<string, int, string>(Comment));
        TemplateContext context = new()
        {
            TemplateLoader = Templates.Embedded,
            MemberRenamer = static member => member.Name,
            CancellationToken = cancellationToken,
            LoopLimit = 0,
            StrictVariables = true,
        };
        context.PushGlobal(globals);
        return SourceText.From(Templates.Embedded.For(file).Render(context), Encoding.UTF8);
    }

    /// <summary>Puts the slashes of a documentation comment before each line.</summary>
    private static string Comment(string lines, int indent)
    {
        string prefix = new string(' ', indent) + "/// ";
        return prefix + lines.Replace("\n", "\n" + prefix);
    }
}
