namespace Kantata.Runtime;

/// <summary>Content that knows whether anything of it was asked for. As long as nothing was, nothing of the request can have reached the server.</summary>
internal interface ITrackedContent
{
    bool WasRead { get; }
}
