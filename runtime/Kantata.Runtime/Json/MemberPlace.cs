namespace Kantata.Runtime;

/// <summary>What stands before a member's name.</summary>
internal enum MemberPlace
{
    /// <summary>The bracket that begins its object.</summary>
    First,

    /// <summary>A comma.</summary>
    Next,

    /// <summary>White space.</summary>
    Spaced,
}
