using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kantata.Emulator.Csv;
using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class FileTests
{
    [Fact]
    public async Task An_attachment_keeps_its_file()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions());
        byte[] bytes = [0, 1, 2, 254, 255];
        using MultipartFormDataContent form = new()
        {
            { new StringContent("receipt"), "attachment[type]" },
            { File(bytes, "application/pdf"), "attachment[data]", "taxi ride.pdf" },
        };

        JsonElement attachment = (await SendAsync(caller, HttpMethod.Post, "attachments", form)).Single("attachments");
        using HttpClient anyone = new();
        using HttpResponseMessage download = await anyone.GetAsync(attachment.GetProperty("url").GetString());

        Assert.Equal("taxi ride.pdf", attachment.GetProperty("filename").GetString());
        Assert.Equal(5, attachment.GetProperty("filesize").GetInt32());
        Assert.Equal(bytes, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", download.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_a_form_leaves_out_is_told()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions());
        using MultipartFormDataContent form = new() { { new StringContent("false"), "attachment[direct]" } };

        Assert.Equal(["type", "data"], (await SendAsync(caller, HttpMethod.Post, "attachments", form)).Fields);
    }

    [Fact]
    public async Task A_form_that_is_none_is_a_bad_request()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions());
        using StringContent form = new("no parts");
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=here");

        Assert.Equal(400, (await SendAsync(caller, HttpMethod.Post, "attachments", form)).Status);
    }

    [Fact]
    public async Task A_photo_is_put_up_and_taken_down()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = """{ "users": { "5": { "full_name": "Ada" } } }""" });
        using MultipartFormDataContent form = new() { { File([1, 2, 3], "image/png"), "user[profile_photo_attachment_file]", "ada.png" } };

        string? photo = (await SendAsync(caller, HttpMethod.Post, "users/5/profile_photo", form)).Single("users").GetProperty("photo_path").GetString();
        Answer deleted = await caller.DeleteAsync("users/5/profile_photo");

        Assert.Equal(new Uri(caller.Server.BaseAddress, "/files/users/5/ada.png").AbsoluteUri, photo);
        Assert.Equal(204, deleted.Status);
        Assert.Equal(JsonValueKind.Null, (await caller.GetAsync("users/5")).Single("users").GetProperty("photo_path").ValueKind);
    }

    [Fact]
    public async Task There_is_no_file_where_none_was_uploaded()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions());
        using HttpClient anyone = new();

        using HttpResponseMessage response = await anyone.GetAsync(new Uri(caller.Server.BaseAddress, "/files/attachments/1/none.pdf"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Records_are_imported_from_a_table_and_exported_as_one()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = """{ "workspaces": { "10": { } } }""" });
        using StringContent table = new("Project ID*,Period Start Date*,Currency*,Amount,Notes\r\n10,2026-01-01,USD,12.5,\"Kick-off, and \"\"more\"\"\"\r\n10,2026-02-01,EUR,,\r\n", Encoding.UTF8, "text/csv");

        Answer imported = await SendAsync(caller, HttpMethod.Post, "project_accounting_records/import_csv", table);
        using HttpResponseMessage export = await caller.Http.GetAsync("project_accounting_records/export_to_csv");
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = CsvTable.Parse(await export.Content.ReadAsStringAsync()).Rows;

        Assert.Equal(2, imported.Results.Length);
        JsonElement record = imported.Record("project_accounting_records", imported.Results[0]);
        Assert.Equal(12.5m, record.GetProperty("amount").GetDecimal());
        Assert.Equal("Kick-off, and \"more\"", record.GetProperty("notes").GetString());
        Assert.Equal("text/csv", export.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["10", "10"], rows.Select(row => row["workspace_id"]));
        Assert.Equal(["2026-01-01", "2026-02-01"], rows.Select(row => row["start_date"]));
        Assert.Equal(["Kick-off, and \"more\"", ""], rows.Select(row => row["notes"]));
    }

    [Fact]
    public async Task Rates_come_as_an_array_or_as_a_table_and_replace_those_of_the_same_day()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = """{ "exchange_tables": { "7": { "name": "Spot" } } }""" });

        Answer made = await caller.PostAsync(
            "foreign_exchange/exchange_tables/7/rates",
            """{ "exchange_rates": [ { "source_currency": "USD", "target_currency": "EUR", "effective_date": "2026-01-01", "exchange_rate": "0.9" } ] }""");
        using MultipartFormDataContent form = new()
        {
            { File("Source Currency,Target Currency,Exchange Rate,Effective Date\nUSD,EUR,0.95,2026-01-01\nUSD,GBP,0.8,2026-01-01\n"u8.ToArray(), "text/csv"), "csv_file", "rates.csv" },
        };
        Answer changed = await SendAsync(caller, HttpMethod.Post, "foreign_exchange/exchange_tables/7/rates", form);

        Assert.Equal("0.9", made.Single("exchange_rates").GetProperty("rate").GetString());
        Assert.Equal(made.Results[0], changed.Results[0]);
        Assert.Equal("0.95", changed.Record("exchange_rates", changed.Results[0]).GetProperty("rate").GetString());
        Assert.Equal(2, (await caller.GetAsync("foreign_exchange/exchange_tables/7/rates")).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("A,B")]
    public void A_text_without_rows_is_a_table_of_none(string text) => Assert.Empty(CsvTable.Parse(text).Rows);

    [Fact]
    public void Rows_may_be_shorter_and_longer_than_their_headings()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = CsvTable.Parse("\uFEFFStory ID*,Hours ETC\r\n1\r\n2,3,4\r\n\"5\r\n6\",7").Rows;

        Assert.Equal(["1", "2", "5\r\n6"], rows.Select(row => row["story_id"]));
        Assert.Equal([null, "3", "7"], rows.Select(row => row.GetValueOrDefault("hours_etc")));
    }

    private static ByteArrayContent File(byte[] bytes, string type)
    {
        ByteArrayContent content = new(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static async Task<Answer> SendAsync(Caller caller, HttpMethod method, string path, HttpContent content)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        using HttpResponseMessage response = await caller.Http.SendAsync(request);
        return new Answer((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
