using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1007.</summary>
public sealed class QueryConflictTests
{
    [Theory]
    [InlineData("await foreach (var story in kantata.Stories.List().[|IncludeReplies|]())\n    Console.WriteLine(story.Title);")]
    [InlineData("var stories = await kantata.Stories.List().[|IncludeAttachments|]().WorkspaceId(10).ToListAsync(cancellationToken);")]
    [InlineData("var query = kantata.Stories.List().[|IncludeReplies|]();\nawait foreach (var story in query.WithCancellation(cancellationToken))\n    Console.WriteLine(story.Title);")]
    [InlineData("var query = kantata.Stories.List().[|IncludeReplies|]();\nvar count = await query.CountAsync();\nvar first = await query.OrderByCreatedAt().FirstOrDefaultAsync();")]
    [InlineData("var days = await kantata.Assignments.List().[|IncludeStoryAllocationDays|]().ToListAsync();")]
    [InlineData("var titles = await kantata.Stories.List().[|IncludeReplies|]().Select(story => story.Title).ToListAsync();")]
    [InlineData("var events = await kantata.Events.List().[|SubjectId|](5).ToListAsync();")]
    [InlineData("var users = await kantata.Users.List().[|WithLastSiteActivity|]().GetPageAsync(1);")]
    [InlineData("var users = await kantata.Users.List().AccountId(1).[|OnMyAccount|]().ToListAsync();")]
    [InlineData("var users = await kantata.Users.List().OnMyAccount(true).OrderByAlphabetical().[|AccountId|](1).ToListAsync();")]
    [InlineData("var events = await kantata.Events.List().MostRecent().[|MostRecentByEventType|]().ToListAsync();")]
    [InlineData("var own = kantata.Users.List().AccountId(1);\nvar users = await own.[|OnMyAccount|]().ToListAsync();")]
    [InlineData("var stories = await kantata.Stories.List().Search(\"logo\").[|OrderByDueDate|]().ToListAsync();")]
    [InlineData("var stories = await kantata.Stories.List().[|OrderByDueDate|]().WorkspaceId(1).Search(\"logo\").ToListAsync();")]
    [InlineData("var hits = kantata.Workspaces.List().Search(\"logo\");\nawait foreach (var workspace in hits.[|OrderByTitle|]())\n    Console.WriteLine(workspace.Title);")]
    [InlineData("var users = await kantata.Users.List().Search(\"ann\").Parameter(\"x\", \"y\").[|OrderByAlphabeticalDescending|]().FirstOrDefaultAsync();")]
    public async Task What_does_not_go_together_is_found(string body) => await Rule<QueryConflictAnalyzer>.FindsAsync(CodeShape.InMethod(body));

    [Theory]
    [InlineData("var stories = await kantata.Stories.List().IncludeReplies().Only(1, 2).ToListAsync();")]
    [InlineData("var stories = await kantata.Stories.List().Only(1, 2).WorkspaceId(1).IncludeReplies().IncludeAttachments().ToListAsync();")]
    [InlineData("var story = await kantata.Stories.GetAsync(1, q => q.IncludeReplies());")]
    [InlineData("var query = kantata.Stories.List().IncludeReplies();\nquery = query.Only(1);\nvar stories = await query.ToListAsync();")]
    [InlineData("var query = kantata.Stories.List().IncludeReplies();\nif (cancellationToken.CanBeCanceled)\n    query = query.Only(1);\nvar stories = await query.ToListAsync();")]
    [InlineData("var query = kantata.Stories.List().IncludeReplies();\nforeach (var ids in new long[] { 1, 2 }.Chunk(1))\n    await query.Only(ids).ToListAsync();")]
    [InlineData("var query = kantata.Stories.List();\nquery = query.Only(1);\nvar stories = await query.IncludeReplies().ToListAsync();")]
    [InlineData("var stories = await kantata.Stories.List().Parameter(\"only\", \"1,2\").IncludeReplies().ToListAsync();")]
    [InlineData("var stories = await Narrow(kantata.Stories.List().IncludeReplies()).ToListAsync();\nstatic StoriesListQuery Narrow(StoriesListQuery query) => query.Only(1);")]
    [InlineData("var stories = await Load(kantata.Stories.List()).ToListAsync();\nstatic StoriesListQuery Load(StoriesListQuery query) => query.IncludeReplies();")]
    [InlineData("var days = await kantata.Assignments.List().Plannable().IncludeStoryAllocationDays().ToListAsync();")]
    [InlineData("var users = await kantata.Users.List().OnMyAccount().WithLastSiteActivity().ToListAsync();")]
    [InlineData("var users = await kantata.Users.List().AccountId(1).OnMyAccount(false).ToListAsync();")]
    [InlineData("var query = kantata.Users.List();\nvar users = await (cancellationToken.CanBeCanceled ? query.AccountId(1) : query.OnMyAccount()).ToListAsync();")]
    [InlineData("var own = kantata.Users.List();\nif (cancellationToken.CanBeCanceled)\n    own = own.AccountId(1);\nelse\n    own = own.OnMyAccount();\nvar users = await own.ToListAsync();")]
    [InlineData("var stories = await kantata.Stories.List().Search(\"logo\").WorkspaceId(1).ToListAsync();\nvar other = await kantata.Stories.List().OrderByDueDate().ToListAsync();")]
    [InlineData("var query = kantata.Stories.List();\nquery = cancellationToken.CanBeCanceled ? query.Search(\"logo\") : query.OrderByDueDate();\nvar stories = await query.ToListAsync();")]
    [InlineData("var found = new[] { \"b\", \"a\" }.Where(text => text.Contains('a')).OrderBy(text => text).ToList();")]
    public async Task What_goes_together_or_is_not_certain_is_left_alone(string body) => await Rule<QueryConflictAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body));

    [Fact]
    public async Task A_query_that_leaves_the_method_may_get_what_it_needs() => await Rule<QueryConflictAnalyzer>.LeavesAloneAsync(CodeShape.InClass(
        """
        private StoriesListQuery Detailed => kantata.Stories.List().IncludeReplies();

        public StoriesListQuery Open() => kantata.Stories.List().IncludeAttachments();

        public Task<List<Story>> LoadAsync(long[] ids) => Detailed.Only(ids).ToListAsync();
        """));

    [Theory]
    [InlineData("Stories.List().[|IncludeReplies|]()", "'IncludeReplies' has no effect without 'Only'")]
    [InlineData("Users.List().AccountId(1).[|OnMyAccount|]()", "'OnMyAccount' and 'AccountId' exclude each other")]
    [InlineData("Stories.List().Search(\"x\").[|OrderByPosition|]()", "'Search' orders by relevance, and 'OrderByPosition' has no effect")]
    public async Task The_message_explains(string query, string message) => await Rule<QueryConflictAnalyzer>.SaysAsync(CodeShape.InMethod($"_ = await kantata.{query}.ToListAsync();"), message);

    [Theory]
    [InlineData("Stories.List()\n    .OrderByDueDate()\n    .Search(\"x\")\n    .ToListAsync()", "Stories.List()\n    .Search(\"x\")\n    .ToListAsync()")]
    [InlineData("Stories.List().Search(\"x\").OrderByDueDate().ToListAsync()", "Stories.List().Search(\"x\").ToListAsync()")]
    [InlineData("Assignments.List().IncludeStoryAllocationDays().ToListAsync()", "Assignments.List().IncludeStoryAllocationDays().Plannable().ToListAsync()")]
    [InlineData("Users.List().WithLastSiteActivity().GetPageAsync(1)", "Users.List().WithLastSiteActivity().OnMyAccount().GetPageAsync(1)")]
    public async Task The_fix_removes_the_order_or_adds_what_is_needed(string before, string after) => await Fix<QueryConflictAnalyzer, QueryConflictFix>.TurnsAsync(
        CodeShape.InMethod($"_ = await kantata.{before};"), CodeShape.InMethod($"_ = await kantata.{after};"));

    [Theory]
    [InlineData("Stories.List().IncludeReplies().ToListAsync()")]
    [InlineData("Users.List().AccountId(1).OnMyAccount().ToListAsync()")]
    public async Task What_only_people_can_decide_has_no_fix(string query) =>
        await Fix<QueryConflictAnalyzer, QueryConflictFix>.OffersNothingAsync(CodeShape.InMethod($"_ = await kantata.{query};"));

    [Fact]
    public async Task The_fix_of_all_corrects_each_query() => await Fix<QueryConflictAnalyzer, QueryConflictFix>.TurnsAllAsync(
        CodeShape.InMethod(
            """
            var stories = await kantata.Stories.List().Search("logo").OrderByDueDate().ToListAsync();
            var days = await kantata.Assignments.List().IncludeStoryAllocationDays().ToListAsync();
            """),
        CodeShape.InMethod(
            """
            var stories = await kantata.Stories.List().Search("logo").ToListAsync();
            var days = await kantata.Assignments.List().IncludeStoryAllocationDays().Plannable().ToListAsync();
            """));
}
