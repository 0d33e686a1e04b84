namespace Kantata.Generator.Shaping;

/// <summary>Shapes the attribute that names the query method which brings a member along.</summary>
internal static class Availability
{
    /// <summary>The attribute of a member. The usual method is left out, because there are many of them.</summary>
    public static string With(string member, string method) =>
        method == "Include" + member ? "[AvailableWith] " : $"[AvailableWith({Literal.Of(method)})] ";
}
