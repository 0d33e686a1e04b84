using System.Text;

namespace Kantata.Runtime;

/// <summary>A form, whose files are read while it is sent.</summary>
internal sealed class FormBody(string? wrapper, FormModel model) : RequestBody
{
    private bool _canBeSentAgain = true;

    public override bool CanBeSentAgain => _canBeSentAgain;

    public override HttpContent CreateContent()
    {
        // Browsers write names as UTF-8, and so do we.
        MultipartContent form = new("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        try
        {
            FormWriter writer = new(form, wrapper);
            model.Write(writer);
            _canBeSentAgain = writer.CanBeSentAgain;
            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }
}
