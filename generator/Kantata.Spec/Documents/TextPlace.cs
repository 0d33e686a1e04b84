namespace Kantata.Spec;

/// <summary>A place in a file, within one line.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column of the first character, from 1.</param>
/// <param name="EndColumn">The column after the last character, from 1.</param>
public readonly record struct TextPlace(int Line, int Column, int EndColumn)
{
    /// <summary>The beginning of a file.</summary>
    public static TextPlace Start { get; } = new(1, 1, 1);
}
