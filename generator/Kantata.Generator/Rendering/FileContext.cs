using System.Text;
using Kantata.Generator.CSharp;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Kantata.Generator.Rendering;

/// <summary>What files are rendered with, one after another. What costs time to make is made once and shared by all: the functions and the accessors of the records.</summary>
internal sealed class FileContext : TemplateContext
{
    // Most files fit, and in an editor the buffer stays.
    private const int BufferCharacters = 1 << 16;

    private readonly Templates _templates;

    public FileContext(Templates templates)
        : base(new ScriptObject { ["include"] = templates.Include, ["comment"] = templates.Comment })
    {
        _templates = templates;
        LoopLimit = 0;
        LimitToString = 0;
        StrictVariables = true;
        PushOutput(new StringBuilderOutput(new StringBuilder(BufferCharacters)));
    }

    /// <summary>Renders a file.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public string Render(SourceFile file, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        PushGlobal(new ScriptObject { ["file"] = file });
        string text;
        try
        {
            text = _templates.For(file).Render(this);
        }
        catch (ScriptAbortException abort)
        {
            throw new OperationCanceledException(abort.Message, abort, cancellationToken);
        }

        PopGlobal();
        CancellationToken = default;
        return text;
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        _templates.FindAccessor(target.GetType()) ?? base.GetMemberAccessorImpl(target);
}
