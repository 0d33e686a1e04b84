using Kantata.Generator.CSharp;
using Scriban;
using Scriban.Runtime;

namespace Kantata.Generator.Rendering;

/// <summary><c>doc | comment 4</c>: a documentation comment in lines that are indented by that many blanks.</summary>
internal sealed class CommentFunction : TemplateFunction
{
    protected override void Write(TemplateContext context, ScriptArray arguments) =>
        ((Documentation)arguments[0]!).WriteTo(((StringBuilderOutput)context.Output).Builder, new string(' ', (int)arguments[1]!) + "/// ");
}
