using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Forms;

public sealed class FormTests : IDisposable
{
    private const string Answer = """{"results": [{"key": "attachments", "id": "3"}], "attachments": {"3": {"filename": "a.txt"}}}""";

    private readonly StubServer _server = new StubServer().Answers(Answer);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_file_and_its_fields_are_the_parts_of_a_form()
    {
        Attachment attachment = await _server.Client().Attachments.CreateAsync(new()
        {
            Data = KantataFile.FromBytes("hello"u8.ToArray(), "a.txt", "text/plain"),
            Filename = "ünïcode \"x\"",
            Pages = -3,
            Share = 0.25m,
            Direct = false,
            Day = new(2026, 1, 31),
            Moment = new(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-8)),
            StoryId = (Id<Story>)"7:x",
            WorkspaceId = 10,
            Type = BillingType.UponCompletion,
            Kind = "odd value",
        });

        Assert.Equal("a.txt", attachment.Filename);
        Assert.Equal("POST", _server.Only.Method);
        Assert.Equal("/v1/attachments", _server.Only.Path);
        Assert.Equal(
            [
                ("name=\"attachment[filename]\"", "ünïcode \"x\""),
                ("name=\"attachment[pages]\"", "-3"),
                ("name=\"attachment[share]\"", "0.25"),
                ("name=\"attachment[direct]\"", "false"),
                ("name=\"attachment[day]\"", "2026-01-31"),
                ("name=\"attachment[moment]\"", "2026-02-03T04:05:06-08:00"),
                ("name=\"attachment[story_id]\"", "7:x"),
                ("name=\"attachment[workspace_id]\"", "10"),
                ("name=\"attachment[type]\"", "upon_completion"),
                ("name=\"attachment[kind]\"", "odd value"),
                ("name=\"attachment[data]\"; filename=\"a.txt\"|Content-Type: text/plain", "hello"),
            ],
            Parts(_server.Only));
    }

    [Fact]
    public async Task What_has_an_inside_is_written_with_brackets_and_a_list_of_ids_as_one_text()
    {
        using JsonDocument extra = JsonDocument.Parse("""{"a": [1, {"b": null}], "c": "x"}""");

        await _server.Client().Attachments.CreateAsync(new()
        {
            Direct = true,
            Tags = ["red", "a,b"],
            StoryIds = [7, 8],
            Extra = extra.RootElement,
            Scores = new Dictionary<string, decimal> { ["first"] = 0.5m },
        });

        Assert.Equal(
            [
                ("name=\"attachment[direct]\"", "true"),
                ("name=\"attachment[tags][]\"", "red"),
                ("name=\"attachment[tags][]\"", "a,b"),
                ("name=\"attachment[story_ids]\"", "7,8"),
                ("name=\"attachment[extra][a][]\"", "1"),
                ("name=\"attachment[extra][a][][b]\"", ""),
                ("name=\"attachment[extra][c]\"", "x"),
                ("name=\"attachment[scores][first]\"", "0.5"),
            ],
            Parts(_server.Only));
    }

    [Fact]
    public async Task Without_a_wrapper_the_names_are_bare()
    {
        await _server.Client().Attachments.ImportAsync(new() { Data = KantataFile.FromBytes("a,b"u8.ToArray(), "rows.csv", "text/csv; charset=utf-8"), Pages = 1 });

        Assert.Equal(
            [("name=\"pages\"", "1"), ("name=\"data\"; filename=\"rows.csv\"|Content-Type: text/csv; charset=utf-8", "a,b")],
            Parts(_server.Only));
    }

    [Fact]
    public async Task Unset_is_not_sent_and_null_is_sent_empty_but_for_files()
    {
        await _server.Client().Attachments.CreateAsync(new() { Direct = true, Filename = null, Pages = null, StoryId = null, Type = null, Data = null });

        Assert.Equal(
            [("name=\"attachment[filename]\"", ""), ("name=\"attachment[pages]\"", ""), ("name=\"attachment[direct]\"", "true"), ("name=\"attachment[story_id]\"", ""), ("name=\"attachment[type]\"", "")],
            Parts(_server.Only));
    }

    [Theory]
    [InlineData("Übersicht ✓.pdf", "Übersicht ✓.pdf")]
    [InlineData("a\"; name=\"b", "a%22; name=%22b")]
    [InlineData("a\r\nX-Other: 1", "a%0D%0AX-Other: 1")]
    [InlineData("a\\b;c", "a\\b;c")]
    public async Task The_name_of_a_file_is_written_as_browsers_do(string fileName, string expected)
    {
        await _server.Client().Attachments.ImportAsync(new() { Data = KantataFile.FromBytes(default, fileName) });

        Assert.Equal([($"name=\"data\"; filename=\"{expected}\"|Content-Type: application/octet-stream", "")], Parts(_server.Only));
    }

    [Fact]
    public async Task Rules_are_checked_before_anything_is_sent()
    {
        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(() => _server.Client().Attachments.CreateAsync(new() { Filename = new string('x', 41) }));

        Assert.Equal(
            ["attachment: Data is required when direct is not true", "attachment: Filename is longer than the 40 characters that are allowed"],
            e.Problems);
        Assert.Empty(_server.Received);
    }

    [Fact]
    public async Task An_empty_id_is_refused()
    {
        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(() => _server.Client().Attachments.CreateAsync(new() { Direct = true, WorkspaceId = default }));

        Assert.Equal(["attachment[workspace_id] is an empty id"], e.Problems);
        Assert.Empty(_server.Received);
    }

    // Each part as what follows "form-data; " in its head, with its other header where there is one, and its body.
    private static List<(string Head, string Body)> Parts(SentRequest request)
    {
        Assert.StartsWith("multipart/form-data; boundary=\"", request.ContentType, StringComparison.Ordinal);
        string boundary = request.ContentType![(request.ContentType!.IndexOf('"', StringComparison.Ordinal) + 1)..^1];
        Assert.EndsWith($"\r\n--{boundary}--\r\n", request.Body, StringComparison.Ordinal);
        string[] parts = ("\r\n" + request.Body).Split($"\r\n--{boundary}")[1..^1];
        return [.. parts.Select(Part)];
    }

    private static (string Head, string Body) Part(string part)
    {
        int end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] headers = part[..end].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string disposition = headers.Single(header => header.StartsWith("Content-Disposition: form-data; ", StringComparison.Ordinal));
        IEnumerable<string> head = headers.Where(header => header != disposition).Prepend(disposition["Content-Disposition: form-data; ".Length..]);
        return (string.Join('|', head), part[(end + 4)..]);
    }
}
