using Microsoft.Extensions.Options;

namespace Kantata.Extensions.DependencyInjection;

/// <summary>Finds what a client would refuse before there is one.</summary>
internal sealed class KantataOptionsValidator : IValidateOptions<KantataClientOptions>
{
    public ValidateOptionsResult Validate(string? name, KantataClientOptions options)
    {
        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? $"Kantata: {e.Message}" : $"Kantata, client '{name}': {e.Message}");
        }
    }
}
