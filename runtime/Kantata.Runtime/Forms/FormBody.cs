namespace Kantata.Runtime;

/// <summary>A form, whose files are read while it is sent.</summary>
internal sealed class FormBody(string? wrapper, FormModel model) : RequestBody
{
    public override HttpContent CreateContent() => FormWriter.CreateContent(wrapper, model);
}
