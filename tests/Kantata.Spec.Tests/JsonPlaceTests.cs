namespace Kantata.Spec.Tests;

public sealed class JsonPlaceTests
{
    [Fact]
    public void A_fault_in_json_stands_at_its_character_though_characters_before_it_take_several_bytes()
    {
        DocumentReading reading = SpecReader.Read(new SpecFile("entities/Widget.json", "{\n  \"títle\": ]\n}", SpecOrigin.User));

        SpecDiagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("KAN0031", 2, 12), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Lines_in_json_end_where_they_end_in_an_editor(string lineEnd)
    {
        DocumentReading reading = SpecReader.Read(new SpecFile("entities/Widget.json", "{ \"openapi\": \"3.1.0\", /* a" + lineEnd + "b */ \"title\": ]\n}", SpecOrigin.User));

        SpecDiagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("KAN0031", 2, 15), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
    }
}
