using Scriban;
using Scriban.Runtime;

namespace Kantata.Generator.Rendering;

/// <summary>What one file is rendered with. What costs time to make is made once and shared by all: the functions and the accessors of the records.</summary>
internal sealed class FileContext : TemplateContext
{
    private readonly Templates _templates;

    public FileContext(Templates templates, object file, CancellationToken cancellationToken)
        : base(new ScriptObject { ["include"] = templates.Include, ["comment"] = templates.Comment })
    {
        _templates = templates;
        CancellationToken = cancellationToken;
        LoopLimit = 0;
        LimitToString = 0;
        StrictVariables = true;
        PushGlobal(new ScriptObject { ["file"] = file });
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        _templates.FindAccessor(target.GetType()) ?? base.GetMemberAccessorImpl(target);
}
