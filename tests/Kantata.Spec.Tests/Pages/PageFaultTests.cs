namespace Kantata.Spec.Tests.Pages;

/// <summary>Faults of pages: each is a diagnostic at its place, and the rest is read.</summary>
public sealed class PageFaultTests
{
    private const string Head = "# Title\n\nText.\n\nEndpoint: GET /a/{id}\nVersion: 1.0.0\n\n## Path parameters:\n\n  - `id` (integer, required)\n\n";
    private const string Tail = "\n## Response 400 fields (application/json):\n\n  - `errors` (array)\n";

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file(string text) => AssertUnreadable(text, "KAN0001");

    [Theory]
    [InlineData("# Title\0")]
    [InlineData("\u0001\u0002\u0003\u0004 a \u0005\u0006")]
    public void A_file_of_control_characters(string text) => AssertUnreadable(text, "KAN0002");

    [Fact]
    public void A_file_of_another_kind()
    {
        DocumentReading reading = SpecReader.Read(new SpecFile("docs/picture.png", "text", SpecOrigin.User));

        Assert.Equal("KAN0003", Assert.Single(reading.Diagnostics).Id);
        Assert.IsType<UnreadableDocument>(reading.Document);
    }

    [Fact]
    public void A_page_without_an_endpoint() => AssertUnreadable("\n\n# Title\n\nMore.\n", "KAN0010", line: 3);

    [Theory]
    [InlineData("GET")]
    [InlineData("FETCH /invoices")]
    [InlineData("GET invoices")]
    [InlineData("GET /invoices/{id")]
    [InlineData("GET /invoices/{}")]
    [InlineData("GET /invoices?x=y")]
    [InlineData("GET /in voices")]
    public void An_endpoint_that_is_none(string endpoint) => AssertUnreadable($"# Title\n\nEndpoint: {endpoint}\n", "KAN0011", line: 3);

    [Theory]
    [InlineData("# Title\n\nText.\n\nEndpoint: GET /a\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `date_bet", 10, 3, 14)]
    [InlineData("# Title\n\nText.\n\nEndpoint: GET /a\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `date_between` (str", 10, 3, 24)]
    [InlineData("# Title\n\nText.\n\nEndpoint: GET /a\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `a` (string)\n    Filter by a ran", 11, 5, 20)]
    [InlineData("# Title\n\nText.\n\nEndpoint: GET /a\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `a` (string)\n", 10, 3, 17)]
    [InlineData("# Title\n\nText.\n\nEndpoint: GET /a\n", 5, 1, 17)]
    public void A_page_cut_off(string text, int line, int column, int endColumn)
    {
        DocumentReading reading = Read(text);

        Assert.Equal([("KAN0012", line, column, endColumn)], reading.Diagnostics.Select(fault => (fault.Id, fault.Line, fault.Column, fault.EndColumn)));
        Assert.IsType<OperationPage>(reading.Document);
    }

    [Fact]
    public void A_page_cut_off_keeps_what_came_before()
    {
        var page = Assert.IsType<OperationPage>(Read("# Title\n\nText.\n\nEndpoint: GET /a\n\n## Query parameters:\n\n  - `a` (string)\n\n  - `b` (int").Document);

        Assert.Equal(["a", "b"], page.Operation.Query.Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_page_without_a_title() => AssertFault("Text.\n" + Head[7..] + Tail, "KAN0013", 1, 1, 6);

    [Fact]
    public void An_unknown_section()
        => AssertFault(Head + "## Query paramters:\n\n  - `b` (string)\n" + Tail, "KAN0014", 12, 1, 20, ["id"]);

    [Fact]
    public void A_section_that_stands_twice()
        => AssertFault(Head + "## Query parameters:\n\n  - `b` (string)\n\n## Query parameters:\n\n  - `c` (string)\n" + Tail, "KAN0015", 16, 1, 21, ["id", "b", "c"]);

    [Fact]
    public void An_item_without_a_type()
        => AssertFault(Head + "## Query parameters:\n\n  - `b`\n    Text.\n\n  - `c` (string)\n" + Tail, "KAN0016", 14, 6, 7, ["id", "b", "c"]);

    [Fact]
    public void An_item_with_an_empty_type()
        => AssertFault(Head + "## Query parameters:\n\n  - `b` ()\n" + Tail, "KAN0016", 14, 6, 7, ["id", "b"]);

    [Fact]
    public void An_unknown_type()
        => AssertFault(Head + "## Query parameters:\n\n  - `b` (strnig, required)\n" + Tail, "KAN0017", 14, 10, 26, ["id", "b"]);

    [Fact]
    public void An_unknown_word_beside_a_type()
        => AssertFault(Head + "## Query parameters:\n\n  - `b` (string, requierd)\n" + Tail, "KAN0024", 14, 10, 26, ["id", "b"]);

    [Fact]
    public void A_doubled_item()
        => AssertFault(Head + "## Query parameters:\n\n  - `b` (string)\n\n  - `b` (integer)\n" + Tail, "KAN0018", 16, 6, 7, ["id", "b"]);

    [Fact]
    public void An_item_that_cannot_be_read()
        => AssertFault(Head + "## Query parameters:\n\n  - `b (string)\n    Text.\n\n  - `c` (string)\n" + Tail, "KAN0019", 14, 3, 16, ["id", "c"]);

    [Fact]
    public void A_member_of_a_string()
        => AssertFault(Head + "## Request fields (application/json):\n\n  - `b` (string)\n\n  - `b.c` (string)\n" + Tail, "KAN0020", 16, 6, 9);

    [Fact]
    public void A_parameter_that_is_not_in_the_path()
        => AssertFault(Head + "  - `key` (string)\n" + Tail, "KAN0021", 12, 6, 9, ["id"]);

    [Fact]
    public void A_parameter_that_is_only_in_the_path()
        => AssertFault(Head.Replace("{id}", "{id}/{key}") + Tail, "KAN0021", 5, 1, 28, ["id", "key"]);

    [Fact]
    public void A_bulk_form_that_differs()
        => AssertFault(Head + "## Request fields (application/json):\n\n  - `b` (object)\n\n  - `b.c` (string, required)\n\n  - `bs` (array)\n\n  - `bs.c` (string)\n" + Tail, "KAN0022", 20, 6, 10);

    [Fact]
    public void An_item_indented_wrongly()
        => AssertFault(Head + "## Query parameters:\n\n  - `b` (string)\n\n - `c` (string)\n" + Tail, "KAN0025", 16, 2, 16, ["id", "b"]);

    [Fact]
    public void A_name_with_too_many_dots()
        => AssertFault(Head + "## Request fields (application/json):\n\n  - `a.a.a.a.a.a.a.a.a.a.a.a.a` (string)\n" + Tail, "KAN0026", 14, 6, 31);

    [Fact]
    public void An_association_without_an_entity()
        => AssertFault(Head + "## Query parameters:\n\n  - `include` (string)\n    Any of:\n- b - Text.\n- c (C) - Text.\n" + Tail, "KAN0016", 16, 3, 4);

    [Fact]
    public void An_entry_of_an_index_page_that_is_none()
    {
        DocumentReading reading = Read("# Title\n\n - [GET /a](a.md): Text.\n - [FETCH /b](b.md): Text.\n");

        SpecDiagnostic fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("KAN0023", 4, 5, 13), (fault.Id, fault.Line, fault.Column, fault.EndColumn));
        Assert.Equal("GET /a", Assert.Single(Assert.IsType<IndexPage>(reading.Document).Entries).Operation);
    }

    [Fact]
    public void Faults_come_in_the_order_of_the_text()
    {
        DocumentReading reading = Read(Head + "  - `key` (string)\n\n## Query parameters:\n\n  - `b`\n\n  - `c` (x)\n\n  - `b` (string)\n" + Tail);

        Assert.Equal(["KAN0021", "KAN0016", "KAN0017", "KAN0018"], reading.Diagnostics.Select(fault => fault.Id));
    }

    private static void AssertUnreadable(string text, string id, int line = 1)
    {
        DocumentReading reading = Read(text);

        Assert.Equal((id, line), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Line))));
        Assert.Equal(new UnreadableDocument("docs/page.md", SpecOrigin.User), reading.Document);
    }

    private static void AssertFault(string text, string id, int line, int column, int endColumn, string[]? parameters = null)
    {
        DocumentReading reading = Read(text);

        SpecDiagnostic fault = Assert.Single(reading.Diagnostics);
        Assert.Equal((id, "docs/page.md", line, column, endColumn), (fault.Id, fault.File, fault.Line, fault.Column, fault.EndColumn));
        Assert.Equal(SpecDescriptors.All.Single(descriptor => descriptor.Id == id).Severity, fault.Severity);
        var page = Assert.IsType<OperationPage>(reading.Document);
        if (parameters is not null)
        {
            Assert.Equal(parameters, page.Operation.PathParameters.Concat(page.Operation.Query).Select(parameter => parameter.Name));
        }
    }

    private static DocumentReading Read(string text) => SpecReader.Read(new SpecFile("docs/page.md", text, SpecOrigin.User));
}
