namespace Kantata.Emulator;

/// <summary>A request that a fault happened to.</summary>
/// <param name="Method">The HTTP method in capitals: <c>GET</c>.</param>
/// <param name="Path">The path below the base address, decoded: <c>/billing_milestones/42</c>.</param>
/// <param name="QueryString">The query as it was sent, with its question mark; empty where there was none.</param>
/// <param name="Fault">What happened to it.</param>
public sealed record FaultyRequest(string Method, string Path, string QueryString, Fault Fault)
{
    /// <summary>In one line, for the messages of assertions: <c>GET /invoices?page=2: 429</c>.</summary>
    public override string ToString() => $"{Method} {Path}{QueryString}: {Fault}";
}
