using Kantata.Generator.CSharp;
using Xunit;

namespace Kantata.Generator.Tests;

public sealed class DocumentationTests
{
    [Theory]
    [InlineData("The title.", "The title.")]
    [InlineData("Two\nlines,\r\n  and a\ttab", "Two lines, and a tab")]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("</summary>", "&lt;/summary&gt;")]
    [InlineData("ends */ here", "ends */ here")]
    [InlineData("Only when `story_id` is set", "Only when <c>story_id</c> is set")]
    [InlineData("a lone ` stays", "a lone ` stays")]
    [InlineData("in [ISO 8601](https://example.com/a?b=c&d) format", "in ISO 8601 format")]
    [InlineData("[no link] (at all)", "[no link] (at all)")]
    [InlineData("null \0 and escape \u001b[1m", "null and escape [1m")]
    [InlineData("line\u2028separator\u0085next", "line separator next")]
    [InlineData("a whole 😀 pair", "a whole 😀 pair")]
    public void Text_of_a_document_stays_text_in_one_line(string text, string expected) =>
        Assert.Equal($"<summary>{expected}</summary>", new Documentation().Summary(text).ToString());

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("<summary>half \ufffd a pair</summary>", new Documentation().Summary("half \ud800 a pair").ToString());

    [Fact]
    public void Elements_stand_in_lines_of_their_own_and_empty_ones_nowhere() =>
        Assert.Equal(
            "<summary>What.</summary>\n<param name=\"object\">Which.</param>\n<exception cref=\"KantataException\">Why.</exception>",
            new Documentation().Summary("What.").Remarks("").Parameter("@object", "Which.").Exception("KantataException", "Why.").ToString());
}
