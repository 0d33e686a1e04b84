using Scriban;
using Scriban.Functions;
using Scriban.Runtime;

namespace Kantata.Generator.Rendering;

/// <summary>
/// What one file is rendered with. What costs time to make is made once and shared by all: the parsed templates, which Scriban
/// would parse anew for each file that includes them, and the accessors of the records.
/// </summary>
internal sealed class FileContext : TemplateContext
{
    private readonly Templates _templates;

    public FileContext(Templates templates, object file, CancellationToken cancellationToken)
        : base(new ScriptObject { ["include"] = new IncludeFunction(), ["comment"] = templates.Comment })
    {
        _templates = templates;
        TemplateLoader = templates;
        CancellationToken = cancellationToken;
        LoopLimit = 0;
        LimitToString = 0;
        StrictVariables = true;
        foreach (KeyValuePair<string, Template> template in templates.ByName)
        {
            CachedTemplates.Add(template.Key, template.Value);
        }

        PushGlobal(new ScriptObject { ["file"] = file });
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        _templates.FindAccessor(target.GetType()) ?? base.GetMemberAccessorImpl(target);
}
