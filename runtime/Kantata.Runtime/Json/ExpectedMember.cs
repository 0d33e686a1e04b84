namespace Kantata.Runtime;

/// <summary>A member that is expected next.</summary>
/// <param name="member">Its position in the type's table of names.</param>
/// <param name="literal">What JSON has before its value.</param>
internal sealed class ExpectedMember(int member, JsonPrefix literal)
{
    private readonly JsonPrefix _literal = literal;

    /// <summary>Its position in the type's table of names.</summary>
    public int Member { get; } = member;

    /// <summary>What JSON has before its value.</summary>
    public ref readonly JsonPrefix Literal => ref _literal;
}
