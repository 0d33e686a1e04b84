namespace Kantata.Emulator;

/// <summary>A seed cannot be used as it is written.</summary>
public sealed class KantataSeedException : Exception
{
    internal KantataSeedException(string source, string place, string fault, Exception? innerException = null)
        : base($"{source}, {place}: {fault}", innerException)
    {
        Place = place;
    }

    /// <summary>Where the fault is: a line, as <c>line 3</c>, or the members that lead to it, as <c>invoices.42.id</c>.</summary>
    public string Place { get; }
}
