using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Objects;

/// <summary>Geographies and departments come in one collection, and nothing in them tells which is which.</summary>
public class SharedCollectionTests
{
    private const string Organizations = """
        "organizations": {
          "1": {"id": "1", "name": "North", "level": "1", "parent_id": "2"},
          "2": {"name": "World", "level": "0"},
          "3": {"id": "3", "name": "Sales", "level": "high"}
        }
        """;

    [Fact]
    public async Task An_association_takes_an_object_for_its_own_type()
    {
        User user = await GetAsync("""{"id": "5", "geography_id": "1", "department_ids": ["3", "404", "2"]}""", q => q.AddDepartments());

        Assert.Equal("North", user.Geography!.Name);
        Assert.Equal(1, user.Geography.Level);
        Assert.Equal(["Sales", "World"], user.Departments.Select(department => department.Name));
        Assert.Equal([3, 2], user.Departments.Select(department => department.Id));
    }

    [Fact]
    public async Task One_object_is_the_same_each_time_it_is_looked_for()
    {
        User user = await GetAsync("""{"id": "5", "geography_id": "1", "organization_ids": ["1"]}""");

        Assert.Same(user.Geography, user.Geography);
        Assert.Same(user.Organizations[0], user.Organizations[0]);
        Assert.Equal("North", user.Organizations[0].Name);
        Assert.Equal("1", user.Organizations[0].Level);
    }

    [Fact]
    public async Task What_was_read_once_more_finds_its_own_associations_and_knows_that_it_came_along()
    {
        User user = await GetAsync("""{"id": "5", "geography_id": "1"}""", q => q.AddGeography());

        Assert.Equal("World", user.Geography!.Parent!.Name);
        Assert.Equal(2, user.Geography.Parent.Id);
        AssociationNotIncludedException e = Assert.Throws<AssociationNotIncludedException>(() => user.Geography.StoryIds);
        Assert.Contains("came along", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_dangles_is_missing_and_not_of_another_type()
    {
        User asked = await GetAsync("""{"id": "5", "geography_id": "404"}""", q => q.AddGeography());
        User notAsked = await GetAsync("""{"id": "5", "geography_id": "404"}""");

        Assert.Null(asked.Geography);
        Assert.Throws<AssociationNotIncludedException>(() => notAsked.Geography);
    }

    [Fact]
    public async Task What_cannot_be_read_as_the_type_that_is_looked_for_says_where()
    {
        User user = await GetAsync("""{"id": "5", "geography_id": "3"}""");

        UnreadableResponseException e = Assert.Throws<UnreadableResponseException>(() => user.Geography);

        Assert.Equal("organizations.3.level", e.MemberPath);
        Assert.Equal("The answer to GET /users/5 cannot be read at organizations.3.level: a whole number was said, and another text came where Geography is looked for.", e.Message);
    }

    [Fact]
    public async Task A_reference_that_tells_the_collection_only_gives_what_the_collection_is_said_to_hold()
    {
        User user = await GetAsync("""{"id": "5", "subject_ref": {"key": "organizations", "id": "1"}}""");

        Assert.Equal("North", Assert.IsType<Organization>(user.Subject).Name);
    }

    [Fact]
    public async Task An_operation_may_answer_the_other_type()
    {
        Geography geography = await new StubServer()
            .Answers("""{"results": [{"key": "organizations", "id": "2"}], "organizations": {"2": {"name": "World", "level": 0}}}""")
            .Client().Users.GetGeographyAsync(5);

        Assert.Equal((2, 0), (geography.Id, geography.Level));
        AssociationNotIncludedException e = Assert.Throws<AssociationNotIncludedException>(() => geography.StoryIds);
        Assert.DoesNotContain("came along", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_nothing_says_how_to_read_is_not_taken_for_missing()
    {
        User user = await new StubServer()
            .Answers("""{"results": [{"key": "users", "id": "5"}], "users": {"5": {"task_id": "7"}}, "stories": {"7": {"title": "Design"}}}""")
            .Client().Users.GetAsync(5);

        UnreadableResponseException e = Assert.Throws<UnreadableResponseException>(() => user.Task);

        Assert.Equal("stories.7", e.MemberPath);
        Assert.EndsWith("what is looked for is of type Invoice, and it is of type Story.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_threads_get_one_object()
    {
        User user = await GetAsync("""{"id": "5", "geography_id": "1", "department_ids": ["1", "2", "3"]}""");
        using Barrier start = new(4);

        Task<(Geography? Geography, Department[] Departments)>[] threads =
        [
            .. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return (user.Geography, user.Departments.ToArray());
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)),
        ];
        (Geography? Geography, Department[] Departments)[] found = await Task.WhenAll(threads);

        Assert.All(found, one => Assert.Same(found[0].Geography, one.Geography));
        Assert.All(found, one => Assert.Equal(found[0].Departments, one.Departments));
    }

    [Fact]
    public async Task The_method_to_add_may_be_called_otherwise_than_the_association()
    {
        User user = await new StubServer().Answers("""{"results": [{"key": "users", "id": "5"}], "users": {"5": {"geography_id": "1"}}}""").Client().Users.GetAsync(5);

        Assert.EndsWith("Add .AddDepartments() to the query.", Assert.Throws<AssociationNotIncludedException>(() => user.DepartmentIds).Message, StringComparison.Ordinal);
        Assert.EndsWith("Add .AddDepartments() to the query.", Assert.Throws<AssociationNotIncludedException>(() => user.Departments).Message, StringComparison.Ordinal);
        Assert.EndsWith("Add .AddGeography() to the query.", Assert.Throws<AssociationNotIncludedException>(() => user.Geography).Message, StringComparison.Ordinal);
        Assert.EndsWith("Add .AddSubject() to the query.", Assert.Throws<AssociationNotIncludedException>(() => user.Subject).Message, StringComparison.Ordinal);
        Assert.EndsWith("Add .IncludeOrganizations() to the query.", Assert.Throws<AssociationNotIncludedException>(() => user.Organizations).Message, StringComparison.Ordinal);
        FieldNotRequestedException e = Assert.Throws<FieldNotRequestedException>(() => user.Bio);
        Assert.EndsWith("Add .AskForBio() to the query.", e.Message, StringComparison.Ordinal);
        Assert.Equal("Bio", e.Member);
    }

    private static Task<User> GetAsync(string user, Func<UsersQuery, UsersQuery>? query = null) =>
        new StubServer().Answers("""{"results": [{"key": "users", "id": "5"}], "users": {"5": """ + user + "}, " + Organizations + "}").Client().Users.GetAsync(5, query);
}
