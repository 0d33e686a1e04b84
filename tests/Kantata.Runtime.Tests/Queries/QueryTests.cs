using System.Globalization;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Queries;

public sealed class QueryTests : IDisposable
{
    private readonly StubServer _server = new();
    private readonly KantataClient _kantata;

    public QueryTests() => _kantata = _server.Client();

    public void Dispose()
    {
        _kantata.Dispose();
        _server.Dispose();
    }

    private BillingMilestonesListQuery List => _kantata.BillingMilestones.List();

    [Fact]
    public async Task A_query_reads_on_the_wire_as_in_the_documents()
    {
        Assert.Equal(
            "workspace_ids=10,20&date_between=2026-01-01:2026-12-31&order=created_at:desc&include=story,workspace&optional_fields=can_edit",
            await SentBy(List.WorkspaceIds(10, 20).DateBetween(new(2026, 1, 1), new(2026, 12, 31)).IncludeStory().IncludeWorkspace().WithCanEdit().OrderByCreatedAtDescending()));
    }

    [Fact]
    public void Making_a_query_sends_nothing()
    {
        _ = List.WorkspaceIds(10).IncludeStory();

        Assert.Empty(_server.Received);
    }

    [Fact]
    public async Task A_query_is_left_as_it_is_by_what_is_made_of_it()
    {
        BillingMilestonesListQuery shared = List.WorkspaceIds(10).IncludeStory();
        BillingMilestonesListQuery first = shared.Search("a").IncludeWorkspace().WithCanEdit();
        BillingMilestonesListQuery second = shared.WorkspaceIds(20);

        Assert.Equal("workspace_ids=10&include=story", await SentBy(shared));
        Assert.Equal("workspace_ids=10&search=a&include=story,workspace&optional_fields=can_edit", await SentBy(first));
        Assert.Equal("workspace_ids=20&include=story", await SentBy(second));
    }

    [Fact]
    public async Task A_query_that_was_copied_keeps_its_source()
    {
        _server.Answers("""{"count": 0, "results": []}""");

        await List.Search("a").IncludeStory().WithCanEdit().Prefetch(0).OneObjectPerId().Parameter("x", "1").GetPageAsync(1);

        Assert.Equal("/v1/billing_milestones", _server.Only.Path);
    }

    [Fact]
    public void A_query_that_was_copied_keeps_its_type_and_all_that_it_holds()
    {
        NamedQuery query = new() { Name = "mine" };

        NamedQuery copy = query.Parameter("x", "1");

        Assert.NotSame(query, copy);
        Assert.Equal("mine", copy.Name);
        Assert.Equal(("1", null), (copy.Parameters.Find("x"), query.Parameters.Find("x")));
    }

    [Fact]
    public async Task A_filter_that_is_set_twice_is_replaced_and_includes_are_collected()
    {
        Assert.Equal(
            "search=b&order=created_at:asc&include=story,invoices",
            await SentBy(List.Search("a").OrderByCreatedAtDescending().Search("b").OrderByCreatedAt().IncludeStory().IncludeInvoices().IncludeStory()));
    }

    [Fact]
    public async Task The_same_query_may_be_sent_often()
    {
        BillingMilestonesListQuery query = List.WorkspaceIds(10);

        Assert.Equal(await SentBy(query), await SentBy(query));
    }

    [Fact]
    public async Task Values_are_written_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.DateSeparator = ".";
        odd.DateTimeFormat.TimeSeparator = ".";
        odd.DateTimeFormat.Calendar = new GregorianCalendar();
        try
        {
            CultureInfo.CurrentCulture = odd;

            Assert.Equal(
                "at_least=-5&share=0.25&day=2026-03-04&created_after=2026-03-04T05:06:07-08:00&has_external_references=true",
                await SentBy(List.AtLeast(-5).Share(0.25m).Day(new(2026, 3, 4)).CreatedAfter(new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(-8))).HasExternalReferences()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Moments_keep_their_offset_and_fractions()
    {
        Assert.Equal("created_after=2026-03-04T05:06:07%2B01:00", await SentBy(List.CreatedAfter(new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(1)))));
        Assert.Equal("created_after=2026-03-04T05:06:07.25%2B00:00", await SentBy(List.CreatedAfter(new(2026, 3, 4, 5, 6, 7, 250, TimeSpan.Zero))));
    }

    [Fact]
    public async Task Texts_are_encoded_so_that_they_arrive_as_they_are()
    {
        Assert.Equal("search=a%26b%3Dc%20d%2Be%25%23%3B%C3%A9%E2%9C%93%2F%3F", await SentBy(List.Search("a&b=c d+e%#;é✓/?")));
        Assert.Equal("external_reference_service_model_refs=can%27t%20reproduce,a%26b", await SentBy(List.ExternalReferenceServiceModelRefs("can't reproduce", "a&b")));
    }

    [Fact]
    public async Task Ranges_are_written_in_the_ways_of_their_filters()
    {
        DateTimeOffset from = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-8));

        Assert.Equal("date_open_between=2026-01-01:", await SentBy(List.DateOpenBetween(new(2026, 1, 1), null)));
        Assert.Equal("date_open_between=:2026-01-01", await SentBy(List.DateOpenBetween(null, new(2026, 1, 1))));
        Assert.Equal("date_between=2026-01-01:2026-01-01", await SentBy(List.DateBetween(new(2026, 1, 1), new(2026, 1, 1))));
        Assert.Equal("updated_at_between=2026-01-02T030405-0800:2026-01-03T030405-0800", await SentBy(List.UpdatedAtBetween(from, from.AddDays(1))));
        Assert.Equal("created_between=2026-01-02T03:04:05-08:00%3B", await SentBy(List.CreatedBetween(from, null)));
        Assert.Equal("completion_between=0.5,99", await SentBy(List.CompletionBetween(0.5m, 99)));
    }

    [Fact]
    public void Ranges_that_end_before_they_begin_or_have_no_end_at_all_are_refused()
    {
        Assert.Throws<ArgumentException>(() => List.DateBetween(new(2026, 1, 2), new(2026, 1, 1)));
        Assert.Throws<ArgumentException>(() => List.DateOpenBetween(null, null));
        Assert.Throws<ArgumentException>(() => List.CompletionBetween(2, 1));
    }

    [Fact]
    public async Task Ids_come_as_ids_numbers_or_texts()
    {
        Assert.Equal("workspace_ids=1,2:x", await SentBy(List.WorkspaceIds(1, (Id<Workspace>)"2:x")));
        Assert.Equal("workspace_ids=1,2", await SentBy(List.WorkspaceIds(new List<Id<Workspace>> { 1, 2 })));
        Assert.Equal("workspace_ids=1,2", await SentBy(List.WorkspaceIds(new long[] { 1, 2 }.Where(id => id > 0))));
        Assert.Equal("story_id=77", await SentBy(List.StoryId(77)));
        Assert.Equal("billing_types=fixed_date,odd", await SentBy(List.BillingTypes(BillingType.FixedDate, "odd")));
        Assert.Equal("days=2026-01-01,2026-01-02", await SentBy(List.Days(new(2026, 1, 1), new(2026, 1, 2))));
    }

    [Fact]
    public async Task A_list_is_asked_for_some_of_its_objects_by_ids_numbers_or_texts()
    {
        Assert.Equal("only=1,2:x", await SentBy(List.Only(1, (Id<BillingMilestone>)"2:x")));
        Assert.Equal("only=1,2", await SentBy(List.Only(new List<Id<BillingMilestone>> { 1, 2 })));
        Assert.Equal("only=1,2", await SentBy(List.Only(new long[] { 1, 2 }.Where(id => id > 0))));
    }

    [Fact]
    public async Task Generic_code_can_ask_any_such_list_for_some_of_its_objects()
    {
        Assert.Equal("search=a&only=1,2", await SentBy(Pick(List.Search("a"), [1, 2])));

        static TQuery Pick<TQuery, T>(SelectableListQuery<TQuery, T> list, IEnumerable<Id<T>> ids)
            where TQuery : SelectableListQuery<TQuery, T>
            where T : KantataEntity => list.Only(ids);
    }

    [Fact]
    public void A_list_of_nothing_is_refused_because_the_server_would_answer_everything()
    {
        Assert.Throws<ArgumentException>(() => List.WorkspaceIds());
        Assert.Throws<ArgumentException>(() => List.Only());
        Assert.Throws<ArgumentException>(() => List.Only(1, default));
        Assert.Throws<ArgumentException>(() => List.Only(Array.Empty<long>()));
        Assert.Throws<ArgumentNullException>(() => List.Only((IEnumerable<long>)null!));
        Assert.Throws<ArgumentNullException>(() => List.Only((IEnumerable<Id<BillingMilestone>>)null!));
        Assert.Throws<ArgumentException>(() => List.WorkspaceIds(Array.Empty<long>()));
        Assert.Throws<ArgumentException>(() => List.ExternalReferenceServiceModelRefs());
        Assert.Throws<ArgumentException>(() => List.ExternalReferenceServiceModelRefs("a", ""));
        Assert.Throws<ArgumentException>(() => List.WorkspaceIds(1, default));
        Assert.Throws<ArgumentException>(() => List.StoryId(default));
        Assert.Throws<ArgumentException>(() => List.Search(""));
        Assert.Throws<ArgumentException>(() => List.BillingTypeIs(default));
        Assert.Throws<ArgumentNullException>(() => List.Search(null!));
        Assert.Throws<ArgumentNullException>(() => List.WorkspaceIds((IEnumerable<long>)null!));
        Assert.Throws<ArgumentNullException>(() => List.WorkspaceIds((IEnumerable<Id<Workspace>>)null!));
    }

    [Fact]
    public void A_list_longer_than_documented_is_refused()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => List.WorkspaceIds(Enumerable.Range(1, 201).Select(i => (long)i)));

        Assert.Equal("There are 201 values in the list, and at most 200 are allowed. (Parameter 'workspace_ids')", e.Message);
        Assert.NotNull(List.WorkspaceIds(Enumerable.Range(1, 200).Select(i => (long)i)));
    }

    [Fact]
    public void A_value_with_a_comma_would_be_two_values_and_is_refused()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => List.ExternalReferenceServiceModelRefs("a", "b,c"));

        Assert.Equal("external_reference_service_model_refs", e.ParamName);
    }

    [Fact]
    public async Task Any_parameter_may_be_set()
    {
        Assert.Equal("a%20b=1%2B1&search=y", await SentBy(List.Parameter("a b", "1+1").Parameter("search", "x").Search("y")));
        Assert.Equal("empty=", await SentBy(List.Parameter("empty", "")));
        Assert.Equal("include=story,workspace&optional_fields=can_edit", await SentBy(List.IncludeStory().Parameter("include", "workspace,story").Parameter("optional_fields", "can_edit")));
    }

    [Theory]
    [InlineData("page", "2")]
    [InlineData("limit", "5")]
    [InlineData("offset", "5")]
    [InlineData("per_page", "0")]
    [InlineData("per_page", "201")]
    [InlineData("per_page", "all")]
    [InlineData("", "x")]
    public void The_pages_of_a_list_are_not_set_by_parameters(string name, string value) =>
        Assert.ThrowsAny<ArgumentException>(() => List.Parameter(name, value));

    [Fact]
    public async Task What_is_asked_along_with_one_object_is_sent()
    {
        _server.Answers("""{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {}}}""");

        await _kantata.BillingMilestones.GetAsync(42, q => q.IncludeStory().IncludeInvoices().WithCanEdit().Parameter("x", "1"));

        Assert.Equal("/v1/billing_milestones/42", _server.Only.Path);
        Assert.Equal("x=1&include=story,invoices&optional_fields=can_edit", _server.Only.Query);
    }

    private async Task<string> SentBy(BillingMilestonesListQuery query)
    {
        _server.Answers("""{"count": 0, "results": []}""");
        await query.GetPageAsync(1);
        string sent = _server.Received[^1].Query;
        Assert.EndsWith("page=1&per_page=200", sent, StringComparison.Ordinal);
        return sent[..^"page=1&per_page=200".Length].TrimEnd('&');
    }

    private sealed class NamedQuery : EntityQuery<NamedQuery>
    {
        public string? Name { get; init; }
    }
}
