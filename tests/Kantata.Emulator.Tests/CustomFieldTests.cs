using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class CustomFieldTests
{
    private const string Seed = """
        {
          "workspaces": { "1": { }, "2": { }, "3": { } },
          "custom_fields": { "7": { }, "8": { }, "9": { }, "10": { } },
          "custom_field_values": [
            { "id": 20, "custom_field_id": "7", "value": "Berlin office", "subject_type": "Workspace", "subject_id": 1 },
            { "id": 21, "custom_field_id": "7", "value": "Paris", "subject_type": "Workspace", "subject_id": 2 },
            { "id": 22, "custom_field_id": "8", "value": 100, "subject_type": "Workspace", "subject_id": 1 },
            { "id": 23, "custom_field_id": "9", "value": [20020, "USD"], "subject_type": "Workspace", "subject_id": 2 },
            { "id": 24, "custom_field_id": "10", "value": ["31", "32"], "subject_ref": { "key": "workspaces", "id": "3" } },
            { "id": 25, "custom_field_id": "7", "value": "Berlin", "subject_type": "Story", "subject_id": 3 }
          ]
        }
        """;

    [Theory]
    [InlineData("by_custom_text_value=7:berlin", "1")]
    [InlineData("by_custom_text_value=7", "1,2")]
    [InlineData("by_custom_text_value=(7:berlin):(7:paris)", "1,2")]
    [InlineData("by_custom_number_value=8:100", "1")]
    [InlineData("by_custom_number_value=8:101", "")]
    [InlineData("by_custom_currency_value=9:200.2:USD", "2")]
    [InlineData("by_custom_currency_value=9:200.2", "2")]
    [InlineData("by_custom_currency_value=9:200.2:EUR", "")]
    [InlineData("by_custom_choice_value=10:32,33", "3")]
    [InlineData("by_custom_choice_value=10:blank", "1,2")]
    [InlineData("by_custom_text_value=7:berlin&by_custom_number_value=8:100", "1")]
    public async Task Projects_are_filtered_by_what_their_custom_fields_hold(string query, string ids)
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });

        Answer answer = await caller.GetAsync("workspaces?order=created_at:asc&" + query);

        Assert.Equal(200, answer.Status);
        Assert.Equal(ids.Split(',', StringSplitOptions.RemoveEmptyEntries), answer.Results);
    }

    [Theory]
    [InlineData("custom_field:7:asc", "3,1,2")]
    [InlineData("custom_field:7:desc", "2,1,3")]
    public async Task Projects_are_ordered_by_a_custom_field(string order, string ids)
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });

        Assert.Equal(ids.Split(','), (await caller.GetAsync("workspaces?order=" + order)).Results);
    }

    [Fact]
    public async Task The_values_of_a_project_come_with_it_and_the_project_with_its_values()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });

        Answer workspace = await caller.GetAsync("workspaces/1?include=custom_field_values");
        Answer values = await caller.GetAsync("custom_field_values?subject_type=Workspace&include=subject,custom_field&only=24");

        Assert.Equal(["20", "22"], workspace.Ids("custom_field_values"));
        Assert.Equal(["3"], values.Ids("workspaces"));
        Assert.Equal(["10"], values.Ids("custom_fields"));
    }

    [Fact]
    public async Task A_filter_that_is_no_condition_is_a_validation_error()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });

        Assert.Equal(["by_custom_number_value"], (await caller.GetAsync("workspaces?by_custom_number_value=8:many")).Fields);
    }
}
