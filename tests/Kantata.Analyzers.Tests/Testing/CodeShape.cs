namespace Kantata.Analyzers.Tests.Testing;

/// <summary>What surrounds the code that a test is about.</summary>
internal static class CodeShape
{
    /// <summary>The body of an asynchronous method that has a client.</summary>
    public static string InMethod(string body) => $$"""
        class Desk(KantataClient kantata)
        {
            public async Task WorkAsync(CancellationToken cancellationToken)
            {
        {{Indent(body, 8)}}
            }
        }
        """;

    /// <summary>Members of a class that has a client.</summary>
    public static string InClass(string members) => $$"""
        class Desk(KantataClient kantata)
        {
        {{Indent(members, 4)}}
        }
        """;

    private static string Indent(string code, int blanks) =>
        string.Join('\n', code.Split('\n').Select(line => line.Length > 0 ? new string(' ', blanks) + line : line));
}
