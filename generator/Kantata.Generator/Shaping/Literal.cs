using Microsoft.CodeAnalysis.CSharp;

namespace Kantata.Generator.Shaping;

/// <summary>Writes values as C# literals; nothing in them can end the literal.</summary>
internal static class Literal
{
    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
