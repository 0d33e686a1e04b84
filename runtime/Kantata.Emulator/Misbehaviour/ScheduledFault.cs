namespace Kantata.Emulator.Misbehaviour;

/// <summary>A fault that waits for its requests.</summary>
/// <param name="fault">What is to happen.</param>
/// <param name="times">To how many requests.</param>
/// <param name="method">To requests of which method; null for all.</param>
/// <param name="path">To requests for which path, or for all below it where it ends with <c>/*</c>; null for all.</param>
internal sealed class ScheduledFault(Fault fault, int times, string? method, string? path)
{
    private const string AllBelow = "/*";

    public Fault Fault => fault;

    /// <summary>To how many requests it is still to happen.</summary>
    public int Left { get; private set; } = times;

    public bool TryHappenTo(string requestMethod, string requestPath)
    {
        if (!IsMeantFor(requestMethod, requestPath))
        {
            return false;
        }

        Left--;
        return true;
    }

    private bool IsMeantFor(string requestMethod, string requestPath)
    {
        if (method is not null && !string.Equals(method, requestMethod, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // The slash stays: /invoices/* is not /invoices, and not /invoices_of_others/1.
        return path is null
            || (path.EndsWith(AllBelow, StringComparison.Ordinal)
                ? requestPath.StartsWith(path[..^1], StringComparison.Ordinal) && requestPath.Length >= path.Length
                : requestPath == path);
    }
}
