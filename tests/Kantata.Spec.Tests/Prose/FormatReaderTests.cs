using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

public sealed class FormatReaderTests
{
    [Theory]
    [InlineData("Filter for records created after a specified datetime. The datetime must be in ISO 8601 format.", "created_after")]
    [InlineData("Keeps records updated since then, in ISO 8601 format.", "updated_after")]
    [InlineData("A timestamp (ISO-8601).", "since")]
    [InlineData("Like 2020-02-10T19:12:32-08:00.", "moment")]
    [InlineData("The date-time in ISO8601.", "moment")]
    public void Instants(string text, string name) => Assert.Equal(ValueFormat.DateTime, Read.Parameter(text, name).Format);

    [Theory]
    [InlineData("The date must be in [ISO 8601](https://www.w3.org/TR/NOTE-datetime) format.", "date_to_invoice")]
    [InlineData("Formatted as YYYY-MM-DD.", "day")]
    [InlineData("In `YYYY-MM-DD` format.", "day")]
    [InlineData("The day on which the time was logged, in ISO 8601 format.", "performed")]
    [InlineData("In ISO 8601 format.", "due_date")]
    [InlineData("The day in the format 2018-01-01.", "value")]
    [InlineData("The first day, like 2018-01-01.", "start_date")]
    public void Days(string text, string name) => Assert.Equal(ValueFormat.Date, Read.Parameter(text, name).Format);

    [Theory]
    [InlineData("Filter by a range of invoice dates. Format as YYYY-MM-DD:YYYY-MM-DD. The filter is inclusive.")]
    [InlineData("Provide a date range in 2000-01-01:2000-12-31 format. When provided, only invoices created\n              within the specified range will be returned.")]
    [InlineData("A range given as `YYYY-MM-DD:YYYY-MM-DD`.")]
    [InlineData("Two dates, written as FROM:TO.")]
    public void Ranges_of_days(string text) => Assert.Equal(ValueFormat.DateRange, Read.Parameter(text).Format);

    [Theory]
    [InlineData("Between two ISO dates, written FROM;TO, either of which may be left out.")]
    [InlineData("A range in the form YYYY-MM-DD;YYYY-MM-DD.")]
    public void Open_ranges_of_days(string text) => Assert.Equal(ValueFormat.OpenDateRange, Read.Parameter(text).Format);

    [Theory]
    [InlineData("A range such as 2020-01-01T000000:2020-01-31T235959.")]
    [InlineData("Written as YYYY-MM-DDTHHMMSS:YYYY-MM-DDTHHMMSS.")]
    public void Ranges_of_instants(string text) => Assert.Equal(ValueFormat.DateTimeRange, Read.Parameter(text).Format);

    [Fact]
    public void Json_in_a_string() => Assert.Equal(ValueFormat.Json, Read.Parameter("A JSON object as text, with the skills to look for.").Format);

    [Fact]
    public void The_bytes_of_a_file() => Assert.Equal(ValueFormat.Binary, Read.Parameter("The file contents, sent as multipart/form-data.").Format);

    [Theory]
    [InlineData("When it was created.", "created_at")]
    [InlineData("The date of the invoice.", "invoice_date")]
    [InlineData("The ISO code of the currency.", "currency")]
    [InlineData("Choice values within a range: (42:2000-01-01:2000-12-31).", "by_custom_date_value")]
    [InlineData("Imports everything up to 2018-01-01 anew.", "mode")]
    public void A_name_alone_is_no_format(string text, string name) => Assert.Equal(ValueFormat.None, Read.Parameter(text, name).Format);

    [Fact]
    public void Numbers_have_no_format() => Assert.Equal(ValueFormat.None, Read.Parameter("In YYYY-MM-DD format.", "day", ValueType.Integer).Format);
}
