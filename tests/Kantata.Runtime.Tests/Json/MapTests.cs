using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Json;

public class MapTests
{
    [Fact]
    public async Task Numbers_by_names()
    {
        UserCapacity capacity = await GetAsync("""{"hours": {"2026-01-05": 8.0, "2026-01-06": "7.5", "": 0}}""");

        Assert.Equal(new Dictionary<string, decimal> { ["2026-01-05"] = 8m, ["2026-01-06"] = 7.5m, [""] = 0m }, capacity.Hours);
    }

    [Fact]
    public async Task Texts_by_names()
    {
        UserCapacity capacity = await GetAsync("""{"labels": {"a": "A", "b": 5, "a\u0301": "é"}}""");

        Assert.Equal(new Dictionary<string, string> { ["a"] = "A", ["b"] = "5", ["a\u0301"] = "é" }, capacity.Labels);
    }

    [Fact]
    public async Task Objects_by_names()
    {
        UserCapacity capacity = await GetAsync("""{"statuses": {"open": {"color": "red", "later": []}, "": {}}}""");

        Assert.Equal(["open", ""], capacity.Statuses!.Keys);
        Assert.Equal("red", capacity.Statuses["open"].Color);
        Assert.Null(capacity.Statuses[""].Color);
    }

    [Fact]
    public async Task Lists_of_numbers()
    {
        Assert.Equal([0.25m, 92m, 1.50m], (await GetAsync("""{"shares": [0.25, 92, "1.50"]}""")).Shares!);
        Assert.Empty((await GetAsync("""{"shares": []}""")).Shares!);
    }

    [Fact]
    public async Task Null_is_null()
    {
        UserCapacity capacity = await GetAsync("""{"hours": null, "labels": null, "shares": null, "statuses": null}""");

        Assert.Null(capacity.Hours);
        Assert.Null(capacity.Labels);
        Assert.Null(capacity.Shares);
        Assert.Null(capacity.Statuses);
    }

    [Fact]
    public async Task Of_a_name_that_comes_twice_the_last_counts()
    {
        Assert.Equal(2m, (await GetAsync("""{"hours": {"a": 1, "a": 2}}""")).Hours!["a"]);
    }

    [Theory]
    [InlineData("""{"hours": [1]}""", "hours")]
    [InlineData("""{"hours": {"a": null}}""", "hours.a")]
    [InlineData("""{"hours": {"a": 1, "b": "many"}}""", "hours.b")]
    [InlineData("""{"labels": "x"}""", "labels")]
    [InlineData("""{"labels": {"a": {}}}""", "labels.a")]
    [InlineData("""{"labels": {"a": null}}""", "labels.a")]
    [InlineData("""{"shares": {"a": 1}}""", "shares")]
    [InlineData("""{"shares": [1, null]}""", "shares[1]")]
    [InlineData("""{"statuses": {"a": 5}}""", "statuses.a")]
    [InlineData("""{"statuses": {"a": null}}""", "statuses.a")]
    [InlineData("""{"statuses": {"a": {"key": "x"}}}""", "statuses.a.key")]
    public async Task What_is_no_map_is_refused_with_its_place(string body, string place)
    {
        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => GetAsync(body));

        Assert.Equal(place, e.MemberPath);
    }

    [Fact]
    public async Task An_answer_may_be_one_map_of_entities_whose_names_are_their_ids()
    {
        IReadOnlyDictionary<string, ExchangeTable> tables = await GetTablesAsync("""{"7": {"name": "Ours"}, "8": {"id": "9", "name": "Theirs"}, "a:b": {}}""");

        Assert.Equal(["7", "8", "a:b"], tables.Keys);
        Assert.Equal(7, tables["7"].Id);
        Assert.Equal("Ours", tables["7"].Name);
        Assert.Equal(9, tables["8"].Id);
        Assert.Equal((Id<ExchangeTable>)"a:b", tables["a:b"].Id);
    }

    [Fact]
    public async Task An_empty_map_is_an_answer()
    {
        Assert.Empty(await GetTablesAsync("{}"));
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    [InlineData("""{"7": []}""", "7")]
    public async Task An_answer_that_is_no_map_is_refused(string body, string place)
    {
        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => GetTablesAsync(body));

        Assert.Equal(place, e.MemberPath);
    }

    private static Task<UserCapacity> GetAsync(string body) => new StubServer().Answers(body).Client().Users.GetCapacityAsync(5);

    private static Task<IReadOnlyDictionary<string, ExchangeTable>> GetTablesAsync(string body) => new StubServer().Answers(body).Client().Users.GetExchangeTablesAsync();
}
