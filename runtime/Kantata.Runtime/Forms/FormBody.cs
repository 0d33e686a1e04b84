using System.Text;

namespace Kantata.Runtime;

/// <summary>A form, whose files are read while it is sent.</summary>
internal sealed class FormBody(string? wrapper, FormModel model) : RequestBody
{
    private bool _canBeSentAgain = true;
    private HashSet<string> _names = [];

    public override bool CanBeSentAgain => _canBeSentAgain;

    public override HttpContent CreateContent()
    {
        // Browsers write names as UTF-8, and so do we.
        MultipartContent form = new("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        try
        {
            FormWriter writer = new(form, wrapper);
            model.Write(writer);
            (_canBeSentAgain, _names) = (writer.CanBeSentAgain, writer.Names);
            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    /// <summary>The member of the form itself; what is inside of it has lost its place when it was made parts.</summary>
    public override string? MemberOf(string field)
    {
        if (FieldPath.PartsBelow(wrapper, field) is not [var part, ..])
        {
            return null;
        }

        foreach (string name in FieldPath.NamesOf(part))
        {
            if (_names.Contains(name))
            {
                return model.NameOf(name);
            }
        }

        return null;
    }
}
