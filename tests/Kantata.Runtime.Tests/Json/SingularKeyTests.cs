using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Json;

/// <summary>A few answers hold, under a singular key, the object itself in the place of objects by their ids.</summary>
public class SingularKeyTests
{
    [Theory]
    [InlineData("""{"private_label": {"title": "Ours"}}""")]
    [InlineData("""{"private_label": {"title": "Ours", "status": {"color": "red"}}}""")]
    [InlineData("""{"private_label": {"status": {"color": "red"}, "title": "Ours"}}""")]
    [InlineData("""{"private_label": {"of_tomorrow": {"id": "1"}, "": 5, "t\u0069tle": "Ours"}}""")]
    [InlineData("""{"meta": {}, "private_label": {"title": "Ours"}, "count": 1}""")]
    public async Task The_object_is_what_was_answered(string body)
    {
        PrivateLabel label = await GetAsync(body);

        Assert.Equal("Ours", label.Title);
        Assert.True(label.Id.IsEmpty);
    }

    [Fact]
    public async Task The_object_keeps_its_own_id_and_finds_its_associations()
    {
        PrivateLabel label = await GetAsync("""{"stories": {"77": {"title": "Design"}}, "private_label": {"id": "5", "title": "Ours", "story_id": "77"}}""");

        Assert.Equal(5, label.Id);
        Assert.Equal("Design", label.Story?.Title);
    }

    [Fact]
    public async Task References_to_the_object_are_followed()
    {
        PrivateLabel label = await GetAsync("""{"results": [{"key": "private_label", "id": "5"}], "private_label": {"id": "5", "title": "Ours"}}""");

        Assert.Equal("Ours", label.Title);
    }

    [Fact]
    public async Task Objects_by_their_ids_are_read_as_ever()
    {
        PrivateLabel label = await GetAsync("""{"results": [{"key": "private_label", "id": "6"}], "private_label": {"5": {"title": "Theirs"}, "6": {"title": "Ours"}}}""");

        Assert.Equal("Ours", label.Title);
        Assert.Equal(6, label.Id);
    }

    [Fact]
    public async Task Objects_by_ids_of_text_are_read_as_ever()
    {
        PrivateLabel label = await GetAsync("""{"results": [{"key": "private_label", "id": "6:x"}], "private_label": {"5:x": {"title": "Theirs"}, "6:x": {"title": "Ours"}}}""");

        Assert.Equal("Ours", label.Title);
    }

    [Theory]
    [InlineData("""{"private_label": {}}""", "results")]
    [InlineData("""{"private_label": null}""", "results")]
    [InlineData("""{"private_label": {"5": {"title": "Ours"}}}""", "results")]
    [InlineData("""{"stories": {"title": "Design"}}""", "results")]
    [InlineData("""{"private_label": {"5": "Ours"}}""", "private_label.5")]
    [InlineData("""{"private_label": {"title": {}}}""", "private_label.title")]
    [InlineData("""{"private_label": {"of_tomorrow": """, "private_label.of_tomorrow")]
    public async Task What_answers_no_object_is_refused_with_its_place(string body, string place)
    {
        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => GetAsync(body));

        Assert.Equal(place, e.MemberPath);
    }

    private static Task<PrivateLabel> GetAsync(string body) => new StubServer().Answers(body).Client().CustomBranding.GetAsync();
}
