using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Objects;

public class AssociationTests
{
    private const string MilestoneWithStory = """
        {
          "count": 1,
          "results": [{"key": "billing_milestones", "id": "42"}],
          "billing_milestones": {"42": {"title": "Sign-off", "story_id": "77", "workspace_id": "10", "id": "42"}},
          "stories": {"77": {"title": "Design", "workspace_id": "10", "id": "77"}},
          "meta": {"count": 1, "page_count": 1, "page_number": 1, "page_size": 200}
        }
        """;

    [Fact]
    public async Task An_included_association_is_the_object_that_came_along()
    {
        BillingMilestone milestone = await GetAsync(MilestoneWithStory, q => q.IncludeStory());

        Assert.Equal("Design", milestone.Story?.Title);
        Assert.Equal(77, milestone.Story!.Id);
    }

    [Fact]
    public async Task An_association_that_came_without_being_asked_for_is_there()
    {
        BillingMilestone milestone = await GetAsync(MilestoneWithStory);

        Assert.Equal("Design", milestone.Story?.Title);
    }

    [Fact]
    public async Task An_association_that_was_neither_asked_for_nor_received_says_what_to_add()
    {
        BillingMilestone milestone = await GetAsync(MilestoneWithStory, q => q.IncludeStory());

        AssociationNotIncludedException e = Assert.Throws<AssociationNotIncludedException>(() => milestone.Workspace);

        Assert.Equal("BillingMilestone.Workspace was not received, because \"workspace\" was not included. Add .IncludeWorkspace() to the query.", e.Message);
        Assert.Equal("BillingMilestone", e.Entity);
        Assert.Equal("Workspace", e.Member);
        Assert.Equal("workspace", e.Association);
        Assert.IsAssignableFrom<MemberNotReceivedException>(e);
    }

    [Fact]
    public async Task An_association_whose_id_is_null_throws_all_the_same_where_it_was_not_asked_for()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42", "story_id": null}"""));

        Assert.Throws<AssociationNotIncludedException>(() => milestone.Story);
    }

    [Fact]
    public async Task An_included_association_whose_id_is_null_is_null()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42", "story_id": null}"""), q => q.IncludeStory());

        Assert.Null(milestone.Story);
    }

    [Fact]
    public async Task An_included_association_whose_object_did_not_come_is_null()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42", "story_id": "404"}""", """ "stories": {} """), q => q.IncludeStory());

        Assert.Null(milestone.Story);
    }

    [Fact]
    public async Task Many_associated_objects_come_in_the_order_of_their_ids_and_what_dangles_is_skipped()
    {
        BillingMilestone milestone = await GetAsync(
            Milestone("""{"id": "42", "invoice_ids": ["3", "404", "1"]}""", """ "invoices": {"1": {"id": "1", "title": "One"}, "3": {"id": "3", "title": "Three"}} """),
            q => q.IncludeInvoices());

        Assert.Equal(["Three", "One"], milestone.Invoices.Select(invoice => invoice.Title));
        Assert.Equal([3, 404, 1], milestone.InvoiceIds!);
    }

    [Fact]
    public async Task Many_that_came_without_being_asked_for_are_there()
    {
        BillingMilestone milestone = await GetAsync(
            Milestone("""{"id": "42", "invoice_ids": [1]}""", """ "invoices": {"1": {"id": "1", "title": "One"}} """));

        Assert.Equal(["One"], milestone.Invoices.Select(invoice => invoice.Title));
        Assert.Equal([1], milestone.InvoiceIds!);
    }

    [Fact]
    public async Task Ids_that_came_alone_are_no_answer_to_the_question_for_the_objects()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42", "invoice_ids": ["1", "2"]}""", """ "invoices": {"1": {"id": "1"}} """));

        Assert.Equal([1, 2], milestone.InvoiceIds!);
        Assert.Throws<AssociationNotIncludedException>(() => milestone.Invoices);
    }

    [Fact]
    public async Task No_ids_are_a_whole_answer_though_nobody_asked()
    {
        BillingMilestone none = await GetAsync(Milestone("""{"id": "42", "invoice_ids": []}"""));
        BillingMilestone nulls = await GetAsync(Milestone("""{"id": "42", "invoice_ids": null}"""));

        Assert.Empty(none.Invoices);
        Assert.Empty(nulls.Invoices);
        Assert.Null(nulls.InvoiceIds);
    }

    [Fact]
    public async Task Ids_that_come_with_an_include_say_so_where_it_is_missing()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42"}"""));

        AssociationNotIncludedException e = Assert.Throws<AssociationNotIncludedException>(() => milestone.InvoiceIds);

        Assert.Equal("BillingMilestone.InvoiceIds was not received, because \"invoices\" was not included. Add .IncludeInvoices() to the query.", e.Message);
        Assert.Throws<AssociationNotIncludedException>(() => milestone.Invoices);
    }

    [Fact]
    public async Task Ids_that_were_asked_for_and_did_not_come_are_null_and_their_objects_none()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42"}"""), q => q.IncludeInvoices());

        Assert.Null(milestone.InvoiceIds);
        Assert.Empty(milestone.Invoices);
    }

    [Fact]
    public async Task An_optional_field_that_was_not_asked_for_says_what_to_add()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42"}"""));

        FieldNotRequestedException e = Assert.Throws<FieldNotRequestedException>(() => milestone.CanEdit);

        Assert.Equal("BillingMilestone.CanEdit was not received, because the optional field \"can_edit\" was not asked for. Add .WithCanEdit() to the query.", e.Message);
        Assert.Equal("can_edit", e.Field);
        Assert.IsAssignableFrom<MemberNotReceivedException>(e);
    }

    [Fact]
    public async Task An_optional_field_is_there_when_it_came_and_null_when_it_was_asked_for_in_vain()
    {
        BillingMilestone received = await GetAsync(Milestone("""{"id": "42", "can_edit": true}"""));
        BillingMilestone inVain = await GetAsync(Milestone("""{"id": "42"}"""), q => q.WithCanEdit());

        Assert.True(received.CanEdit);
        Assert.Null(inVain.CanEdit);
    }

    [Fact]
    public async Task What_the_escape_hatch_asked_for_was_asked_for()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42", "story_id": null}"""), q => q.Parameter("include", "story, workspace").Parameter("optional_fields", "can_edit"));

        Assert.Null(milestone.Story);
        Assert.Null(milestone.Workspace);
        Assert.Null(milestone.CanEdit);
    }

    [Theory]
    [InlineData("stories", "77", typeof(Story))]
    [InlineData("workspaces", "10", typeof(Workspace))]
    public async Task A_reference_finds_its_object_in_the_collection_that_it_names(string key, string id, Type type)
    {
        string subject = "{\"key\": \"" + key + "\", \"id\": \"" + id + "\"}";
        BillingMilestone milestone = await GetAsync(
            Milestone("{\"id\": \"42\", \"subject_ref\": " + subject + "}", """ "stories": {"77": {"id": "77"}}, "workspaces": {"10": {"id": "10"}} """),
            q => q.IncludeSubject());

        Assert.IsType(type, milestone.Subject);
        Assert.Equal(new KantataReference(key, new IdValue(id)), milestone.SubjectRef);
    }

    [Fact]
    public async Task A_reference_to_what_did_not_come_is_null_where_it_was_asked_for_and_throws_where_not()
    {
        string body = Milestone("""{"id": "42", "subject_ref": {"id": 5, "key": "comets"}}""");
        BillingMilestone asked = await GetAsync(body, q => q.IncludeSubject());
        BillingMilestone notAsked = await GetAsync(body);

        Assert.Null(asked.Subject);
        Assert.Throws<AssociationNotIncludedException>(() => notAsked.Subject);
        Assert.Equal(new KantataReference("comets", 5), notAsked.SubjectRef);
    }

    [Fact]
    public async Task A_reference_that_came_as_null_is_null_though_nobody_asked()
    {
        BillingMilestone milestone = await GetAsync(Milestone("""{"id": "42", "subject_ref": null}"""));

        Assert.Null(milestone.Subject);
        Assert.Null(milestone.SubjectRef);
    }

    [Fact]
    public async Task An_object_that_came_along_resolves_its_own_associations_as_far_as_their_ids_came()
    {
        BillingMilestone milestone = await GetAsync(
            Milestone(
                """{"id": "42", "story_id": "77"}""",
                """
                "stories": {"77": {"id": "77", "workspace_id": "10", "sub_story_ids": ["78"], "parent_id": null}, "78": {"id": "78", "title": "Sub"}},
                "workspaces": {"10": {"id": "10", "title": "Site"}}
                """),
            q => q.IncludeStory());

        Story story = milestone.Story!;

        Assert.Equal("Site", story.Workspace?.Title);
        Assert.Equal(["Sub"], story.SubStories.Select(sub => sub.Title));
        Assert.Null(story.Parent);
    }

    [Fact]
    public async Task The_includes_of_a_query_do_not_apply_to_what_came_along_and_the_exception_says_so()
    {
        string body = Milestone("""{"id": "42", "story_id": "77", "workspace_id": "10"}""", """ "stories": {"77": {"id": "77", "workspace_id": "10"}}, "workspaces": {} """);
        BillingMilestone milestone = await GetAsync(body, q => q.IncludeStory().IncludeWorkspace());

        AssociationNotIncludedException association = Assert.Throws<AssociationNotIncludedException>(() => milestone.Story!.Workspace);
        FieldNotRequestedException field = Assert.Throws<FieldNotRequestedException>(() => milestone.Story!.TagNames);

        Assert.Null(milestone.Workspace);
        Assert.Equal("Story.Workspace was not received. This Story came along with what was asked for, and the includes of the query do not apply to it; get it by a query of its own with .IncludeWorkspace().", association.Message);
        Assert.Equal("Story.TagNames was not received. This Story came along with what was asked for, and the optional fields of the query do not apply to it; get it by a query of its own with .WithTagNames().", field.Message);
    }

    [Fact]
    public async Task Requested_and_included_objects_of_one_type_share_a_collection_and_are_told_apart()
    {
        StubServer server = new StubServer().Answers("""
            {
              "stories": {
                "3": {"id": "3", "title": "Sub", "sub_story_ids": []},
                "1": {"id": "1", "title": "First", "sub_story_ids": ["3"]},
                "2": {"id": "2", "title": "Second"}
              },
              "count": 2,
              "results": [{"key": "stories", "id": "2"}, {"key": "stories", "id": "1"}]
            }
            """);

        Page<Story> page = await server.Client().Stories.List().IncludeSubStories().IncludeParent().GetPageAsync(1);

        Assert.Equal(["Second", "First"], page.Select(story => story.Title));
        Story sub = Assert.Single(page[1].SubStories);
        Assert.Null(page[1].Parent);
        Assert.Throws<AssociationNotIncludedException>(() => sub.Parent);
    }

    [Fact]
    public async Task An_object_that_was_asked_for_and_came_along_too_is_one_object()
    {
        StubServer server = new StubServer().Answers("""
            {
              "count": 2, "results": [{"key": "stories", "id": "1"}, {"key": "stories", "id": "2"}],
              "stories": {"1": {"id": "1", "sub_story_ids": ["2"]}, "2": {"id": "2", "parent_id": "1"}}
            }
            """);

        Page<Story> page = await server.Client().Stories.List().IncludeSubStories().GetPageAsync(1);

        Assert.Same(page[1], page[0].SubStories[0]);
        Assert.Same(page[0], page[1].Parent);
        Assert.Empty(page[1].SubStories);
    }

    [Fact]
    public void Entities_that_users_make_never_throw()
    {
        BillingMilestone milestone = new() { Id = 42, StoryId = 77, InvoiceIds = [1, 2] };

        Assert.Null(milestone.Story);
        Assert.Null(milestone.Workspace);
        Assert.Null(milestone.Subject);
        Assert.Null(milestone.SubjectRef);
        Assert.Null(milestone.CanEdit);
        Assert.Empty(milestone.Invoices);
        Assert.Empty(milestone.ExternalReferences);
        Assert.Null(milestone.ExternalReferenceIds);
        Assert.Equal([1, 2], milestone.InvoiceIds);
        Assert.Empty(milestone.UnknownMembers);
    }

    [Fact]
    public void What_users_assign_to_an_association_is_what_it_is()
    {
        Story story = new() { Id = 77 };
        Invoice invoice = new() { Id = 1 };
        BillingMilestone milestone = new() { Story = story, Invoices = [invoice], Subject = invoice, Workspace = null, ExternalReferences = null! };

        Assert.Same(story, milestone.Story);
        Assert.Same(invoice, Assert.Single(milestone.Invoices));
        Assert.Same(invoice, milestone.Subject);
        Assert.Null(milestone.Workspace);
        Assert.Empty(milestone.ExternalReferences);
    }

    [Fact]
    public async Task What_users_assign_to_a_received_entity_wins()
    {
        BillingMilestone milestone = await GetAsync(MilestoneWithStory, q => q.IncludeStory());
        Workspace workspace = new() { Title = "Mine" };

        milestone.Story = null;
        milestone.Workspace = workspace;
        milestone.CanEdit = true;

        Assert.Null(milestone.Story);
        Assert.Same(workspace, milestone.Workspace);
        Assert.True(milestone.CanEdit);
    }

    private static string Milestone(string milestone, string others = """ "meta": {} """) =>
        """{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": """ + milestone + "}, " + others + "}";

    private static Task<BillingMilestone> GetAsync(string body, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null) =>
        new StubServer().Answers(body).Client().BillingMilestones.GetAsync(42, query);
}
