using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Kantata.Generator.Rendering;

/// <summary>A function of the templates that writes into the file itself. Scriban's own give back a text, which is copied on every level.</summary>
internal abstract class TemplateFunction : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(void);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        Write(context, arguments);
        return null;
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>Writes into the output of <paramref name="context"/>.</summary>
    protected abstract void Write(TemplateContext context, ScriptArray arguments);
}
