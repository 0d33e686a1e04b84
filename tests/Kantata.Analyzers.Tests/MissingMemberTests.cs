using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.CodeFixes;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1004.</summary>
public sealed class MissingMemberTests
{
    private const string Milestone = "Title = \"Sign-off\", AmountInCents = 100, WorkspaceId = 10";

    [Theory]
    [InlineData($"await kantata.BillingMilestones.CreateAsync(new() {{ {Milestone}, [|BillingType = BillingType.UponCompletion|] }});")]
    [InlineData($"await kantata.BillingMilestones.CreateAsync(new BillingMilestoneCreateRequest {{ {Milestone}, [|BillingType = \"upon_completion\"|] }}, q => q.IncludeStory(), cancellationToken);")]
    [InlineData("await kantata.BillingMilestones.UpdateAsync(1, new() { [|BillingType = BillingType.From(\"upon_completion\")|], Title = \"x\" });")]
    [InlineData($"var request = new BillingMilestoneCreateRequest {{ {Milestone}, [|BillingType = BillingType.UponCompletion|] }};\nConsole.WriteLine(request.Title);\nawait kantata.BillingMilestones.CreateAsync(request);")]
    [InlineData($"await kantata.BillingMilestones.CreateManyAsync([new() {{ {Milestone}, [|BillingType = BillingType.UponCompletion|] }}, new() {{ {Milestone} }}]);")]
    [InlineData($"await kantata.BillingMilestones.CreateManyAsync(new[] {{ new BillingMilestoneCreateRequest {{ {Milestone}, [|BillingType = BillingType.UponCompletion|] }} }});")]
    [InlineData($"await kantata.BillingMilestones.CreateManyAsync(new List<BillingMilestoneCreateRequest> {{ new() {{ {Milestone}, [|BillingType = BillingType.UponCompletion|] }} }});")]
    [InlineData("string[] titles = [\"one\", \"two\"];\nawait kantata.BillingMilestones.CreateManyAsync(titles.Select(title => new BillingMilestoneCreateRequest { Title = title, AmountInCents = 1, WorkspaceId = 10, [|BillingType = BillingType.UponCompletion|] }).ToList());")]
    [InlineData("await kantata.Attachments.CreateAsync([|new|]() { Type = AttachmentType.Receipt });")]
    [InlineData("await kantata.Attachments.CreateAsync([|new AttachmentCreateRequest|] { Type = AttachmentType.Receipt, Filename = \"receipt\" });")]
    [InlineData("await kantata.Attachments.CreateAsync(new() { Type = \"receipt\", [|Direct = true|] });")]
    [InlineData("await kantata.Attachments.CreateAsync(new() { Type = \"receipt\", [|Direct = false|] });")]
    [InlineData("await kantata.Invoices.CreateAsync([|new|]() { PaymentSchedule = 30, TimeEntryIds = [1, 2] });")]
    [InlineData("await kantata.Invoices.CreateAsync([|new InvoiceCreateRequest|] { PaymentSchedule = 30, WorkspaceId = 10 });")]
    public async Task A_request_that_misses_a_member_is_found(string body) => await Rule<MissingMemberAnalyzer>.FindsAsync(CodeShape.InMethod(body));

    [Theory]
    [InlineData($"await kantata.BillingMilestones.CreateAsync(new() {{ {Milestone}, BillingType = BillingType.UponCompletion, StoryId = 7 }});")]
    [InlineData($"await kantata.BillingMilestones.CreateAsync(new() {{ {Milestone}, BillingType = BillingType.FixedDate }});")]
    [InlineData($"await kantata.BillingMilestones.CreateAsync(new() {{ {Milestone} }});")]
    [InlineData($"var type = cancellationToken.CanBeCanceled ? BillingType.UponCompletion : BillingType.FixedDate;\nawait kantata.BillingMilestones.CreateAsync(new() {{ {Milestone}, BillingType = type }});")]
    [InlineData($"var request = new BillingMilestoneCreateRequest {{ {Milestone}, BillingType = BillingType.UponCompletion }};\nrequest.StoryId = 7;\nawait kantata.BillingMilestones.CreateAsync(request);")]
    [InlineData($"var request = new BillingMilestoneCreateRequest {{ {Milestone}, BillingType = BillingType.UponCompletion }};\nComplete(request);\nawait kantata.BillingMilestones.CreateAsync(request);\nstatic void Complete(BillingMilestoneCreateRequest request) => request.StoryId = 7;")]
    [InlineData($"var request = new BillingMilestoneCreateRequest {{ {Milestone}, BillingType = BillingType.UponCompletion }};\nif (cancellationToken.CanBeCanceled)\n    request.StoryId = 7;\nawait kantata.BillingMilestones.CreateAsync(request);")]
    [InlineData($"await kantata.BillingMilestones.CreateAsync(Complete(new() {{ {Milestone}, BillingType = BillingType.UponCompletion }}));\nstatic BillingMilestoneCreateRequest Complete(BillingMilestoneCreateRequest request)\n{{\n    request.StoryId = 7;\n    return request;\n}}")]
    [InlineData($"List<BillingMilestoneCreateRequest> requests = [new() {{ {Milestone}, BillingType = BillingType.UponCompletion }}];\nrequests.ForEach(request => request.StoryId = 7);\nawait kantata.BillingMilestones.CreateManyAsync(requests);")]
    [InlineData($"Func<BillingMilestoneCreateRequest> make = () => new() {{ {Milestone}, BillingType = BillingType.UponCompletion }};\nvar request = make();\nrequest.StoryId = 7;\nawait kantata.BillingMilestones.CreateAsync(request);")]
    [InlineData($"var request = new BillingMilestoneCreateRequest {{ {Milestone}, BillingType = BillingType.UponCompletion }};\n(request.StoryId, var number) = (7, 1);\nawait kantata.BillingMilestones.CreateAsync(request);")]
    [InlineData("await kantata.Attachments.CreateAsync(new() { Type = \"receipt\", Direct = true, Filename = \"receipt\" });")]
    [InlineData("bool isDirect = cancellationToken.CanBeCanceled;\nawait kantata.Attachments.CreateAsync(new() { Type = \"receipt\", Direct = isDirect });")]
    [InlineData("await kantata.Invoices.CreateAsync(new() { PaymentSchedule = 30, WorkspaceIds = [1], TimeEntryIds = [1] });")]
    [InlineData("await kantata.Invoices.CreateAsync(new() { PaymentSchedule = 30, WorkspaceId = 1, BillingMilestoneIds = [1] });")]
    [InlineData($"static Exception? Record(Func<Task> act) => null;\nvar fault = Record(() => kantata.BillingMilestones.CreateAsync(new() {{ {Milestone}, BillingType = BillingType.UponCompletion }}));")]
    [InlineData($"var shown = new BillingMilestoneCreateRequest {{ {Milestone}, BillingType = BillingType.UponCompletion }};\nConsole.WriteLine(shown.Title);")]
    public async Task What_is_whole_or_may_be_completed_is_left_alone(string body) => await Rule<MissingMemberAnalyzer>.LeavesAloneAsync(CodeShape.InMethod(body));

    [Fact]
    public async Task What_leaves_the_method_is_left_alone() => await Rule<MissingMemberAnalyzer>.LeavesAloneAsync(CodeShape.InClass(
        $$"""
        private readonly BillingMilestoneCreateRequest _template = new() { {{Milestone}}, BillingType = BillingType.UponCompletion };

        public BillingMilestoneCreateRequest Begin() => new() { {{Milestone}}, BillingType = BillingType.UponCompletion };

        public Task SendAsync() => kantata.BillingMilestones.CreateAsync(_template);
        """));

    [Theory]
    [InlineData("BillingMilestones.UpdateAsync(1, new() { [|BillingType = \"upon_completion\"|] })", "'StoryId' is necessary when 'BillingType' is \"upon_completion\"; without it the request is refused before it is sent")]
    [InlineData("Attachments.CreateAsync([|new|]() { Type = \"receipt\" })", "'Data' is necessary unless 'Direct' is \"true\"; without it the request is refused before it is sent")]
    [InlineData("Invoices.CreateAsync([|new|]() { PaymentSchedule = 30, TimeEntryIds = [1] })", "'WorkspaceId' is necessary unless 'WorkspaceIds' is given; without it the request is refused before it is sent")]
    public async Task The_message_says_when_the_member_is_necessary(string call, string message) => await Rule<MissingMemberAnalyzer>.SaysAsync(CodeShape.InMethod($"await kantata.{call};"), message);

    [Theory]
    [InlineData("", "default")]
    [InlineData("long storyId = 7;\n", "storyId")]
    [InlineData("Story story = await kantata.Stories.GetAsync(7);\n", "story.Id")]
    [InlineData("string storyId = \"7\";\n", "default")]
    public async Task The_fix_adds_the_member_with_the_variable_of_its_name(string before, string value) => await Fix<MissingMemberAnalyzer, AddMemberFix>.TurnsAsync(
        CodeShape.InMethod(before + "await kantata.BillingMilestones.UpdateAsync(1, new() { BillingType = BillingType.UponCompletion });"),
        CodeShape.InMethod(before + $"await kantata.BillingMilestones.UpdateAsync(1, new() {{ BillingType = BillingType.UponCompletion, StoryId = {value} }});"));

    [Fact]
    public async Task The_fix_writes_a_member_a_line_where_the_others_are() => await Fix<MissingMemberAnalyzer, AddMemberFix>.TurnsAsync(
        CodeShape.InMethod(
            """
            await kantata.BillingMilestones.UpdateAsync(1, new()
            {
                Title = "Sign-off",
                BillingType = BillingType.UponCompletion,
            });
            """),
        CodeShape.InMethod(
            """
            await kantata.BillingMilestones.UpdateAsync(1, new()
            {
                Title = "Sign-off",
                BillingType = BillingType.UponCompletion,
                StoryId = default,
            });
            """));

    [Fact]
    public async Task One_of_several_members_is_for_people_to_choose() => await Fix<MissingMemberAnalyzer, AddMemberFix>.OffersNothingAsync(
        CodeShape.InMethod("await kantata.Invoices.CreateAsync(new() { PaymentSchedule = 30, WorkspaceId = 10 });"));

    [Fact]
    public async Task The_fix_of_all_adds_each_member() => await Fix<MissingMemberAnalyzer, AddMemberFix>.TurnsAllAsync(
        CodeShape.InMethod(
            """
            await kantata.BillingMilestones.UpdateAsync(1, new() { BillingType = BillingType.UponCompletion });
            await kantata.Attachments.CreateAsync(new() { Type = "receipt", Direct = true });
            """),
        CodeShape.InMethod(
            """
            await kantata.BillingMilestones.UpdateAsync(1, new() { BillingType = BillingType.UponCompletion, StoryId = default });
            await kantata.Attachments.CreateAsync(new() { Type = "receipt", Direct = true, Filename = default });
            """));
}
