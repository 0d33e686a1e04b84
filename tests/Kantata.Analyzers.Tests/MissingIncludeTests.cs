using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1001.</summary>
public sealed class MissingIncludeTests
{
    public static TheoryData<string, string> Found { get; } = new()
    {
        {
            "in await foreach over a query",
            """
            await foreach (BillingMilestone milestone in kantata.BillingMilestones.List().IncludeWorkspace())
                Console.WriteLine($"{milestone.Workspace?.Title}: {milestone.[|Story|]?.Title}");
            """
        },
        {
            "through a local that holds the query",
            """
            var milestones = kantata.BillingMilestones.List().WorkspaceIds(10).OrderByCreatedAt();
            await foreach (var milestone in milestones.WithCancellation(cancellationToken).ConfigureAwait(false))
                Console.WriteLine(milestone.[|Story|]);
            """
        },
        {
            "in one object that was asked for",
            """
            BillingMilestone milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory(), cancellationToken);
            Console.WriteLine(milestone.Story!.Title + milestone.[|Invoices|].Count + milestone.[|InvoiceIds|]);
            """
        },
        {
            "through lists, foreach and an index",
            """
            List<BillingMilestone> all = await kantata.BillingMilestones.List().ToListAsync(cancellationToken);
            foreach (var milestone in all)
                _ = milestone.[|Story|];
            _ = all[0].[|Workspace|];
            """
        },
        {
            "in lambdas and LINQ",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            var titles = all.Where(m => m.[|Story|] is not null).OrderBy(m => m.Title).Select(m => m.[|Workspace|]!.Title).ToList();
            var first = all.FirstOrDefault(m => m.AmountInCents > 0)?.[|Story|];
            """
        },
        {
            "in LINQ over the query itself",
            """
            var titles = await kantata.BillingMilestones.List().Where(m => m.AmountInCents > 5).Select(m => m.[|Story|]!.Title).ToListAsync();
            """
        },
        {
            "in query expressions",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            var titles = from milestone in all where milestone.Title != null orderby milestone.Title select milestone.[|Story|];
            """
        },
        {
            "in pages",
            """
            Page<BillingMilestone> page = await kantata.BillingMilestones.List().GetPageAsync(1, 50, cancellationToken);
            foreach (var milestone in page.Items)
                _ = milestone.[|Story|];
            await foreach (var one in kantata.BillingMilestones.List().AsPages())
                _ = one[0].[|Story|];
            """
        },
        {
            "after deconstruction",
            """
            var (milestone, invoice) = (await kantata.BillingMilestones.GetAsync(1), await kantata.Invoices.GetAsync(2));
            _ = milestone.[|Story|];
            foreach (var (number, item) in (await kantata.BillingMilestones.List().ToListAsync()).Select((m, i) => (i, m)))
                _ = item.[|Story|];
            """
        },
        {
            "through groups, dictionaries and lookups",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            foreach (var group in all.GroupBy(m => m.WorkspaceId))
                foreach (var milestone in group)
                    _ = milestone.[|Story|];
            var byId = all.ToDictionary(m => m.Id);
            _ = byId[1].[|Story|];
            if (byId.TryGetValue(2, out var found))
                _ = found.[|Story|];
            foreach (var (id, one) in byId)
                _ = one.[|Story|];
            """
        },
        {
            "in patterns",
            """
            if (await kantata.BillingMilestones.List().FirstOrDefaultAsync() is { [|Story|]: { } story } milestone)
                _ = milestone.[|Workspace|];
            """
        },
        {
            "through tasks that run side by side",
            """
            Task<BillingMilestone> task = kantata.BillingMilestones.GetAsync(1);
            Task<BillingMilestone> other = task;
            BillingMilestone[] both = await Task.WhenAll(task, other);
            _ = both[0].[|Story|];
            _ = task.Result.[|Story|];
            """
        },
        {
            "through a list that is filled by hand",
            """
            List<BillingMilestone> large = [];
            List<BillingMilestone> larger = new();
            await foreach (var milestone in kantata.BillingMilestones.List())
                larger.Add(milestone);
            foreach (var milestone in larger)
                _ = milestone.[|Story|];
            """
        },
        {
            "through a variable that waits for its value",
            """
            BillingMilestone? largest = null;
            await foreach (var milestone in kantata.BillingMilestones.List())
                if (largest is null || milestone.AmountInCents > largest.AmountInCents)
                    largest = milestone;
            _ = largest?.[|Story|];
            """
        },
        {
            "in returns of local functions",
            """
            foreach (var milestone in await LoadAsync())
                _ = milestone.[|Story|];

            async Task<List<BillingMilestone>> LoadAsync()
            {
                var list = kantata.BillingMilestones.List();
                return await list.ToListAsync(cancellationToken);
            }
            """
        },
        {
            "where a query is built step by step and never includes it",
            """
            var query = kantata.BillingMilestones.List();
            if (cancellationToken.CanBeCanceled)
                query = query.IncludeWorkspace();
            query = query.OrderByCreatedAt();
            await foreach (var milestone in query)
                _ = milestone.[|Story|]?.Title + milestone.Workspace?.Title;
            """
        },
        {
            "where the result of adding the include is thrown away",
            """
            var query = kantata.BillingMilestones.List();
            query.IncludeStory();
            await foreach (var milestone in query)
                _ = milestone.[|Story|];
            """
        },
        {
            "in what an update answers",
            """
            var changed = await kantata.BillingMilestones.UpdateAsync(1, new() { Title = "Sign-off" });
            _ = changed.[|Story|];
            """
        },
        {
            "through an enumerator",
            """
            await using var milestones = kantata.BillingMilestones.List().GetAsyncEnumerator(cancellationToken);
            while (await milestones.MoveNextAsync())
                _ = milestones.Current.[|Story|];
            """
        },
        {
            "in a local function that yields",
            """
            await foreach (var milestone in LargeAsync())
                _ = milestone.[|Story|];

            async IAsyncEnumerable<BillingMilestone> LargeAsync()
            {
                await foreach (var one in kantata.BillingMilestones.List())
                    if (one.AmountInCents > 100)
                        yield return one;
            }
            """
        },
        {
            "through a conditional choice of the same query",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            var milestone = all.Count > 1 ? all[1] : all.FirstOrDefault();
            _ = milestone?.[|Story|];
            """
        },
    };

    public static TheoryData<string, string> LeftAlone { get; } = new()
    {
        {
            "what the query includes",
            """
            await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory().IncludeWorkspace())
                _ = milestone.Story?.Title + milestone.Workspace?.Title + milestone.WorkspaceId;
            """
        },
        {
            "what the lambda of a call includes",
            """
            var milestone = await kantata.BillingMilestones.GetAsync(1, q => { var more = q.IncludeStory(); return more.IncludeInvoices(); });
            _ = milestone.Story?.Title + milestone.Invoices.Count;
            """
        },
        {
            "a query that another method changes",
            """
            await foreach (var milestone in Extend(kantata.BillingMilestones.List()))
                _ = milestone.Story;
            static BillingMilestonesListQuery Extend(BillingMilestonesListQuery query) => query.IncludeStory();
            """
        },
        {
            "an include that is added under a condition",
            """
            var query = kantata.BillingMilestones.List();
            if (cancellationToken.CanBeCanceled)
                query = query.IncludeStory();
            await foreach (var milestone in query)
                _ = milestone.Story;
            """
        },
        {
            "one of two queries",
            """
            var query = cancellationToken.CanBeCanceled ? kantata.BillingMilestones.List() : kantata.BillingMilestones.List().IncludeStory();
            await foreach (var milestone in query)
                _ = milestone.Story;
            """
        },
        {
            "an object that is read again with more",
            """
            var milestone = await kantata.BillingMilestones.GetAsync(1);
            if (milestone.StoryId is not null)
                milestone = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());
            _ = milestone.Story;
            """
        },
        {
            "a function that comes from elsewhere",
            """
            Func<BillingMilestonesQuery, BillingMilestonesQuery> ask = q => q.IncludeStory();
            _ = (await kantata.BillingMilestones.GetAsync(1, ask)).Story;
            """
        },
        {
            "an include by name",
            """
            await foreach (var milestone in kantata.BillingMilestones.List().Parameter("include", "story"))
                _ = milestone.Story;
            """
        },
        {
            "a list into which others are put",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            for (int i = 0; i < all.Count; i++)
                all[i] = await kantata.BillingMilestones.GetAsync(all[i].Id, q => q.IncludeStory());
            foreach (var milestone in all)
                _ = milestone.Story;
            """
        },
        {
            "what was made by hand",
            """
            var milestone = new BillingMilestone { Title = "x", Story = new Story() };
            var list = new List<BillingMilestone> { milestone };
            _ = milestone.Story?.Title + list[0].Story + nameof(BillingMilestone.Story);
            """
        },
        {
            "what is assigned before",
            """
            var milestone = await kantata.BillingMilestones.GetAsync(1);
            milestone.Story = await kantata.Stories.GetAsync(milestone.StoryId!.Value);
            _ = milestone.Story.Title;
            """
        },
        {
            "what came along",
            """
            await foreach (var milestone in kantata.BillingMilestones.List().IncludeStory())
                _ = milestone.Story?.Workspace?.Title + milestone.Story?.Parent?.Title;
            """
        },
        {
            "a failure that is expected",
            """
            var milestone = await kantata.BillingMilestones.GetAsync(1);
            try { _ = milestone.Story; }
            catch (AssociationNotIncludedException) { }
            _ = Throws<AssociationNotIncludedException>(() => milestone.Story);
            static T Throws<T>(Func<object?> code) where T : Exception { try { code(); throw new InvalidOperationException(); } catch (T e) { return e; } }
            """
        },
        {
            "two sources in one list",
            """
            var all = (await kantata.BillingMilestones.List().ToListAsync()).Concat(await kantata.BillingMilestones.List().IncludeStory().ToListAsync());
            foreach (var milestone in all)
                _ = milestone.Story;
            """
        },
        {
            "a client that is somebody's own",
            """
            KantataClient own = new OwnClient();
            _ = (await own.BillingMilestones.GetAsync(1)).Story;
            var made = Make<KantataClient>();
            """ + "\n" + """
            static T Make<T>() where T : class => null!;
            """
        },
        {
            "what an unknown function gives back",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            var more = all.Select(Complete).ToList();
            foreach (var milestone in more)
                _ = milestone.Story;
            BillingMilestone Complete(BillingMilestone one) => new() { Id = one.Id, Story = new Story() };
            """
        },
        {
            "a variable that is handed on by reference",
            """
            BillingMilestone milestone = await kantata.BillingMilestones.GetAsync(1);
            Complete(ref milestone);
            _ = milestone.Story;
            static void Complete(ref BillingMilestone one) => one = new() { Id = one.Id, Story = new Story() };
            """
        },
        {
            "a variable that a lambda assigns",
            """
            BillingMilestone? milestone = await kantata.BillingMilestones.GetAsync(1);
            Action complete = () => milestone = new() { Story = new Story() };
            complete();
            _ = milestone.Story;
            """
        },
        {
            "a list to which more is added",
            """
            List<BillingMilestone> given = [new() { Story = new Story() }];
            var all = await kantata.BillingMilestones.List().ToListAsync();
            all.AddRange(given);
            _ = all[0].Story;
            """
        },
        {
            "a list that another method gets",
            """
            var all = await kantata.BillingMilestones.List().ToListAsync();
            Complete(all);
            _ = all[0].Story;
            static void Complete(List<BillingMilestone> list) => list[0] = new() { Story = new Story() };
            """
        },
        {
            "an arm of a switch",
            """
            var milestone = cancellationToken.CanBeCanceled switch
            {
                true => await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory()),
                false => await kantata.BillingMilestones.GetAsync(1),
            };
            _ = milestone.Story;
            """
        },
        {
            "what a deconstruction assigns",
            """
            var milestone = await kantata.BillingMilestones.GetAsync(1);
            int number;
            (milestone, number) = (await kantata.BillingMilestones.GetAsync(2, q => q.IncludeStory()), 2);
            _ = milestone.Story?.Title + number;
            """
        },
        {
            "a local function with several returns",
            """
            _ = (await LoadAsync(true)).Story;
            async Task<BillingMilestone> LoadAsync(bool deep)
            {
                if (deep)
                    return await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());
                return await kantata.BillingMilestones.GetAsync(1);
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public async Task A_member_that_did_not_come_is_found(string where, string body)
    {
        Assert.NotEmpty(where);
        await Rule<MissingIncludeAnalyzer>.FindsAsync(CodeShape.InMethod(body) + OwnClient);
    }

    [Theory]
    [MemberData(nameof(LeftAlone))]
    public async Task What_is_not_certain_is_left_alone(string what, string body)
    {
        Assert.NotEmpty(what);
        await Rule<MissingIncludeAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body) + OwnClient);
    }

    [Fact]
    public async Task A_field_that_is_assigned_once_is_followed() => await Rule<MissingIncludeAnalyzer>.FindsAsync(CodeShape.InClass(
        """
        private readonly BillingMilestonesListQuery _open = new KantataClient("token").BillingMilestones.List();
        private List<BillingMilestone> _loaded = [];

        public async Task LoadAsync() => _loaded = await kantata.BillingMilestones.List().ToListAsync();

        public string? First() => _loaded[0].[|Story|]?.Title;

        public async Task<string?> OpenAsync() => (await _open.FirstOrDefaultAsync())?.[|Story|]?.Title;
        """));

    [Fact]
    public async Task A_method_in_view_is_followed() => await Rule<MissingIncludeAnalyzer>.FindsAsync(CodeShape.InClass(
        """
        private BillingMilestonesListQuery Open => kantata.BillingMilestones.List().IncludeWorkspace();

        private Task<List<BillingMilestone>> LoadAsync() => Open.ToListAsync();

        public async Task PrintAsync()
        {
            foreach (var milestone in await LoadAsync())
                Console.WriteLine($"{milestone.Workspace?.Title} {milestone.[|Story|]?.Title}");
        }
        """));

    [Fact]
    public async Task Parameters_and_fields_that_others_assign_are_left_alone() => await Rule<MissingIncludeAnalyzer>.LeavesAloneAsync(CodeShape.InClass(
        """
        public BillingMilestone? Current;
        private BillingMilestone? _last;

        public async Task LoadAsync()
        {
            Current = await kantata.BillingMilestones.GetAsync(1);
            _last = await kantata.BillingMilestones.GetAsync(1);
        }

        public async Task ReloadAsync() => _last = await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory());

        public string? Print(BillingMilestone milestone) => milestone.Story?.Title + Current?.Story?.Title + _last?.Story?.Title;

        public virtual Task<BillingMilestone> GetAsync() => kantata.BillingMilestones.GetAsync(1);

        public async Task<string?> PrintAsync() => (await GetAsync()).Story?.Title;
        """));

    [Fact]
    public async Task Fields_that_are_handed_on_by_reference_are_left_alone() => await Rule<MissingIncludeAnalyzer>.LeavesAloneAsync(CodeShape.InClass(
        """
        private BillingMilestone? _current;
        private BillingMilestone? _shared;

        public BillingMilestone? Current { get => _current; set => Set(ref _current, value); }

        public async Task LoadAsync()
        {
            _current = await kantata.BillingMilestones.GetAsync(1);
            _shared = await kantata.BillingMilestones.GetAsync(1);
        }

        public void Share(BillingMilestone milestone) => Interlocked.Exchange(ref _shared, milestone);

        public string? Print() => _current?.Story?.Title + _shared?.Story?.Title;

        private static void Set<T>(ref T field, T value) => field = value;
        """));

    [Fact]
    public async Task A_method_of_a_query_that_people_wrote_may_include_anything()
    {
        Compilation compilation = ClientAssembly.GenerateIn((await UserCode.CompileAsync(UserCode.Project()))
            .RemoveAllReferences()
            .AddReferences(ClientAssembly.Runtime)
            .AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(
                """
                namespace Kantata
                {
                    public partial class BillingMilestonesListQuery { public BillingMilestonesListQuery WithAll() => IncludeStory(); }
                }

                class Desk(KantataClient kantata)
                {
                    public async Task<string?> FirstAsync() => (await kantata.BillingMilestones.List().WithAll().FirstOrDefaultAsync())?.Story?.Title;

                    public async Task<string?> LastAsync() => (await kantata.BillingMilestones.List().FirstOrDefaultAsync())?.Story?.Title;
                }
                """,
                ClientAssembly.ParseOptions)));

        Diagnostic only = Assert.Single(await Rule<MissingIncludeAnalyzer>.FindAsync(compilation));
        Assert.Equal(9, only.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task The_message_names_the_member_and_the_method()
    {
        IReadOnlyList<Diagnostic> found = await Rule<MissingIncludeAnalyzer>.FindsAsync(CodeShape.InMethod(
            "_ = (await kantata.BillingMilestones.GetAsync(1)).[|InvoiceIds|];"));

        Assert.Equal(
            "'BillingMilestone.InvoiceIds' comes only with '.IncludeInvoices()', which its query does not call; reading it throws",
            found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_fix_adds_the_include_at_the_end_of_the_query() => await FixesAsync(
        """
        await foreach (var milestone in kantata.BillingMilestones.List()
            .WorkspaceIds(10)
            .OrderByCreatedAt()
            .WithCancellation(cancellationToken))
            _ = milestone.Story;
        """,
        """
        await foreach (var milestone in kantata.BillingMilestones.List()
            .WorkspaceIds(10)
            .OrderByCreatedAt()
            .IncludeStory()
            .WithCancellation(cancellationToken))
            _ = milestone.Story;
        """);

    [Theory]
    [InlineData("GetAsync(1)", "GetAsync(1, q => q.IncludeStory())")]
    [InlineData("GetAsync(1, null, cancellationToken)", "GetAsync(1, q => q.IncludeStory(), cancellationToken)")]
    [InlineData("GetAsync(1, cancellationToken: cancellationToken)", "GetAsync(1, q => q.IncludeStory(), cancellationToken: cancellationToken)")]
    [InlineData("GetAsync(1, x => x.IncludeInvoices())", "GetAsync(1, x => x.IncludeInvoices().IncludeStory())")]
    [InlineData("GetAsync(cancellationToken: cancellationToken, id: 1)", "GetAsync(query: q => q.IncludeStory(), cancellationToken: cancellationToken, id: 1)")]
    public async Task The_fix_adds_the_include_to_the_call_for_one_object(string before, string after) => await FixesAsync(
        $"_ = (await kantata.BillingMilestones.{before}).Story;", $"_ = (await kantata.BillingMilestones.{after}).Story;");

    [Fact]
    public async Task The_fix_of_all_adds_each_include_once() => await Fix<MissingIncludeAnalyzer, AddIncludeFix>.TurnsAllAsync(
        CodeShape.InMethod(
            """
            var milestones = kantata.BillingMilestones.List();
            await foreach (var milestone in milestones)
                _ = milestone.Story?.Title + milestone.Workspace?.Title + milestone.Story?.Title;
            _ = (await kantata.BillingMilestones.GetAsync(1)).Story;
            """),
        CodeShape.InMethod(
            """
            var milestones = kantata.BillingMilestones.List().IncludeStory().IncludeWorkspace();
            await foreach (var milestone in milestones)
                _ = milestone.Story?.Title + milestone.Workspace?.Title + milestone.Story?.Title;
            _ = (await kantata.BillingMilestones.GetAsync(1, q => q.IncludeStory())).Story;
            """));

    private const string OwnClient = "\n\nclass OwnClient() : KantataClient(\"token\");\n";

    private static async Task FixesAsync(string before, string after) =>
        await Fix<MissingIncludeAnalyzer, AddIncludeFix>.TurnsAsync(CodeShape.InMethod(before), CodeShape.InMethod(after));
}
