using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Requests;

public class ListAndMapTests
{
    private readonly StubServer _server = new StubServer().Answers("{}");

    [Fact]
    public async Task Lists_and_maps_are_written()
    {
        Assert.Equal(
            """{"shares":[0.25,1.50],"hours":{"2026-01-05":7.5,"x":0},"references":{"a":{"service_name":"ledger"},"b \"c\"":{"service_model":"x"}},"labels":{"a":"A","b":null},"subject":{"key":"stories","id":7}}""",
            await SentAsync(new()
            {
                Shares = [0.25m, 1.50m],
                Hours = new Dictionary<string, decimal> { ["2026-01-05"] = 7.5m, ["x"] = 0 },
                References = new Dictionary<string, ExternalReferenceRequest> { ["a"] = new() { ServiceName = "ledger" }, ["b \"c\""] = new() { ServiceModel = "x" } },
                Labels = new Dictionary<string, string> { ["a"] = "A", ["b"] = null! },
                Subject = new KantataReference("stories", 7),
            }));
    }

    [Fact]
    public async Task Lists_that_the_api_takes_as_one_text_are_parted_by_commas()
    {
        Assert.Equal(
            """{"workspace_ids":"10,20:x","names":"a b,ü","levels":"-1,2","days":"2026-01-05,2026-01-06"}""",
            await SentAsync(new()
            {
                WorkspaceIds = [10, (Id<Workspace>)"20:x"],
                Names = ["a b", "ü"],
                Levels = [-1, 2],
                Days = [new(2026, 1, 5), new(2026, 1, 6)],
            }));
    }

    [Fact]
    public async Task Null_is_written_as_null()
    {
        Assert.Equal(
            """{"shares":null,"hours":null,"references":null,"workspace_ids":null,"names":null,"levels":null,"days":null,"labels":null,"subject":null}""",
            await SentAsync(new() { Shares = null, Hours = null, References = null, WorkspaceIds = null, Names = null, Levels = null, Days = null, Labels = null, Subject = null }));
    }

    [Fact]
    public async Task Empty_lists_and_maps_are_written_where_json_holds_them()
    {
        Assert.Equal(
            """{"shares":[],"hours":{},"references":{}}""",
            await SentAsync(new() { Shares = [], Hours = new Dictionary<string, decimal>(), References = new Dictionary<string, ExternalReferenceRequest>() }));
    }

    public static TheoryData<UserSkillsRequest, string> Refused => new()
    {
        { new() { WorkspaceIds = [] }, "workspace_ids holds no value" },
        { new() { WorkspaceIds = [1, default] }, "workspace_ids holds an empty value" },
        { new() { WorkspaceIds = [(Id<Workspace>)"1,2"] }, "workspace_ids holds the value \"1,2\", whose comma would part it in two" },
        { new() { Names = [] }, "names holds no value" },
        { new() { Names = ["a", ""] }, "names holds an empty value" },
        { new() { Names = [null!] }, "names holds an empty value" },
        { new() { Names = ["a", "b,c"] }, "names holds the value \"b,c\", whose comma would part it in two" },
        { new() { Levels = [] }, "levels holds no value" },
        { new() { Days = [] }, "days holds no value" },
        { new() { Subject = default(KantataReference) }, "subject is a reference without a key" },
        { new() { Subject = new KantataReference("stories", default) }, "subject is an empty id" },
        { new() { References = new Dictionary<string, ExternalReferenceRequest> { ["a"] = new() { ServiceName = "x" }, ["b"] = new() } }, "references.b: one of ServiceName, ServiceModel is required" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_written_is_told_and_nothing_is_sent(UserSkillsRequest request, string problem)
    {
        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(() => SentAsync(request));

        Assert.Equal([problem], e.Problems);
        Assert.Empty(_server.Received);
    }

    private async Task<string?> SentAsync(UserSkillsRequest request)
    {
        await _server.Client().Users.SetSkillsAsync(5, request);
        return _server.Only.Body;
    }
}
