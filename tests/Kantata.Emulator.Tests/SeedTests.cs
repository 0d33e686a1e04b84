using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests;

public sealed class SeedTests
{
    [Fact]
    public async Task A_recorded_response_is_a_seed()
    {
        await using Caller caller = await Caller.StartAsync("""
            {
              "count": 1659,
              "invoices": { "7": { "title": "One", "id": "7" } }, // of 1659
              "results": [ { "key": "invoices", "id": "7" } ],
              "meta": { "count": 1659 },
            }
            """);

        Answer answer = await caller.GetAsync("invoices");

        Assert.Equal(1, answer.Count);
        Assert.Equal(["7"], answer.Results);
    }

    [Fact]
    public async Task Ids_need_not_be_numbers()
    {
        await using Caller caller = await Caller.StartAsync("""{ "stories": { "42:percent_complete": { "title": "A" }, "42": { } } }""");

        Assert.Equal(["42", "42:percent_complete"], (await caller.GetAsync("stories")).Results);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("{\n  \"invoices\": {\n    \"1\": }\n}", "line 3")]
    [InlineData("""{ "invoice": { } }""", "invoice")]
    [InlineData("""{ "invoices": 5 }""", "invoices")]
    [InlineData("""{ "invoices": { "1": 5 } }""", "invoices.1")]
    [InlineData("""{ "invoices": { "1": { "id": "2" } } }""", "invoices.1.id")]
    [InlineData("""{ "invoices": { "1": { "id": true } } }""", "invoices.1.id")]
    [InlineData("""{ "invoices": { "1": { }, "1": { } } }""", "invoices.1")]
    [InlineData("""{ "invoices": { "": { } } }""", "invoices.")]
    [InlineData("""{ "invoices": [ { "id": 1 }, { } ] }""", "invoices[1]")]
    [InlineData("""{ "invoices": [ { "id": 1 }, { "id": "1" } ] }""", "invoices.1")]
    public async Task A_fault_names_its_place(string seed, string place)
    {
        KantataSeedException exception = await Assert.ThrowsAsync<KantataSeedException>(() => Caller.StartAsync(seed));

        Assert.Equal(place, exception.Place);
        Assert.StartsWith($"SeedJson, {place}: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_file_names_the_file()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{ "invoices": 5 }""");

            KantataSeedException exception = await Assert.ThrowsAsync<KantataSeedException>(() => KantataEmulator.StartAsync(file));

            Assert.StartsWith(file + ", invoices: ", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Misuse_is_told()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => KantataEmulator.StartAsync("no such file.json"));
        await Assert.ThrowsAsync<ArgumentException>(() => KantataEmulator.StartAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => KantataEmulator.StartAsync(new KantataEmulatorOptions { SeedFile = "a", SeedJson = "{}" }));
        await Assert.ThrowsAsync<ArgumentException>(() => KantataEmulator.StartAsync(new KantataEmulatorOptions { AccessToken = "" }));
    }

    [Fact]
    public async Task Without_a_seed_there_is_nothing()
    {
        await using Caller caller = await Caller.StartAsync(new KantataEmulatorOptions { Model = BillingApi.Model });

        Assert.Equal(0, (await caller.GetAsync("invoices")).Count);
    }
}
