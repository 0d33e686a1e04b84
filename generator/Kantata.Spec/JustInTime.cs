using System.Runtime.CompilerServices;

namespace Kantata.Spec;

/// <summary>How methods are compiled at run time.</summary>
public static class JustInTime
{
    /// <summary>
    /// Compiled well at the first call (<c>AggressiveOptimization</c>, which .NET Standard 2.0 does not name). For the few methods that
    /// go over the characters of all documents: most builds run once in a fresh process, in which they would stay unoptimized.
    /// </summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
