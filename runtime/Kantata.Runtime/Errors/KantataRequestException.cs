namespace Kantata;

/// <summary>A request breaks rules that the documents state. Nothing was sent.</summary>
public sealed class KantataRequestException : ArgumentException
{
    /// <summary>Makes an exception of everything that is wrong with a request.</summary>
    /// <param name="problems">Each names the member and the rule.</param>
    public KantataRequestException(IReadOnlyList<string> problems)
        : base("Nothing was sent, because the request is not valid: " + string.Join("; ", problems) + ".")
    {
        Problems = problems;
    }

    /// <summary>Everything that is wrong, each with the member and the rule.</summary>
    public IReadOnlyList<string> Problems { get; }
}
