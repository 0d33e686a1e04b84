using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Kantata.Generator.Rendering;

/// <summary><c>include 'name' …</c>: another template, which reads the other arguments as <c>$</c>.</summary>
internal sealed class IncludeFunction(IReadOnlyDictionary<string, Template> templates) : TemplateFunction
{
    protected override void Write(TemplateContext context, ScriptArray arguments)
    {
        string name = (string)arguments[0]!;
        arguments.RemoveAt(0);
        context.SetValue(ScriptVariable.Arguments, arguments);
        context.Evaluate(templates[name].Page!);
    }
}
