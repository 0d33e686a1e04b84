using System.Globalization;
using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Kantata.Generator.Analyzers.Tokens;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Analyzers.Tests;

/// <summary>KAN1009. The tokens here are random characters and open nothing.</summary>
public sealed class TokenLiteralTests
{
    private const string Token = "7c1f0b92e64d4a8fb3d95c20a7e81f36";

    [Theory]
    [InlineData("using KantataClient own = new(#);")]
    [InlineData("using var own = new KantataClient(accessToken: #);")]
    [InlineData("using var own = new KantataClient(Environment.GetEnvironmentVariable(\"KANTATA_TOKEN\") ?? #);")]
    [InlineData("using var own = new KantataClient(cancellationToken.CanBeCanceled ? \"short\" : #);")]
    [InlineData("using var own = new KantataClient(Environment.MachineName switch { \"build\" => #, _ => \"\" });")]
    [InlineData("var options = new KantataClientOptions { AccessToken = # };")]
    [InlineData("var options = new KantataClientOptions();\noptions.AccessToken = #;")]
    [InlineData("Action<KantataClientOptions> configure = options => options.AccessToken = #;")]
    [InlineData("var options = new KantataOAuthOptions { ClientId = \"desk\", ClientSecret = # };")]
    [InlineData("const string Key = #;\nusing var own = new KantataClient(Key);")]
    [InlineData("var key = #;\nvar again = key;\nusing var own = new KantataClient(again);")]
    [InlineData("string? key = null;\nkey ??= #;\nusing var own = new KantataClient(key);")]
    [InlineData("string key;\nkey = #;\nusing var own = new KantataClient(new KantataClientOptions { AccessToken = key });")]
    [InlineData("using var own = new KantataClient(Key());\nstatic string Key() => #;")]
    [InlineData("using var own = new KantataClient(Key());\nstatic string Key() { return #; }")]
    [InlineData("using var own = new KantataClient(await KeyAsync());\nstatic async Task<string> KeyAsync() { await Task.Yield(); return #; }")]
    [InlineData("var options = new KantataClientOptions { TokenProvider = KantataTokenProvider.From((_, _) => new(#)) };")]
    [InlineData("var provider = KantataTokenProvider.From((refused, token) => ValueTask.FromResult(#));")]
    [InlineData("var provider = KantataTokenProvider.From(async (refused, token) => { await Task.Yield(); return #; });")]
    public async Task A_token_that_gets_to_the_client_is_found(string body) =>
        await Rule<TokenLiteralAnalyzer>.FindsAsync(CodeShape.InMethod(body.Replace("#", $"[|\"{Token}\"|]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("private const string Key = #;\nprivate readonly KantataClient _own = new(Key);")]
    [InlineData("public static readonly string Key = #;\npublic KantataClient Own() => new(Desk.Key);")]
    [InlineData("private string Key { get; } = #;\npublic KantataClient Own() => new(Key);")]
    [InlineData("private static string Key => #;\npublic KantataClient Own() => new(new KantataClientOptions { AccessToken = Key });")]
    [InlineData("private string _key = \"\";\npublic void Set() => _key = #;\npublic KantataClient Own() => new(this._key);")]
    [InlineData("public static KantataClient Own(string key = #) => new(key);")]
    [InlineData("private sealed class Provider : IKantataTokenProvider\n{\n    public ValueTask<string> GetAccessTokenAsync(string? rejectedToken, CancellationToken cancellationToken) => new(#);\n}")]
    [InlineData("private sealed class Own() : KantataClient(#);")]
    [InlineData("private sealed class Own : KantataClient\n{\n    public Own() : base(#) { }\n}")]
    public async Task A_token_that_a_class_keeps_is_found(string members) =>
        await Rule<TokenLiteralAnalyzer>.FindsAsync(CodeShape.InClass(members.Replace("#", $"[|\"{Token}\"|]", StringComparison.Ordinal)));

    [Fact]
    public async Task A_constant_of_another_file_is_found_where_it_is_written()
    {
        Project project = UserCode.Project(
            "static class Keys { public const string Production = \"" + Token + "\"; }",
            CodeShape.InClass("public static KantataClient Own() => new(Keys.Production);"));

        Diagnostic only = Assert.Single(await Rule<TokenLiteralAnalyzer>.FindAsync(project));

        Assert.Equal("static class Keys { public const string Production = ".Length, only.Location.SourceSpan.Start);
        Assert.Contains("Keys", only.Location.SourceTree!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using var own = new KantataClient(\"token\");")]
    [InlineData("using var own = new KantataClient(\"put-your-own-access-token-here-1234\");")]
    [InlineData("using var own = new KantataClient(\"00000000000000000000000000000000\");")]
    [InlineData("using var own = new KantataClient(\"0123456789abcdef0123456789abcdef\");")]
    [InlineData("using var own = new KantataClient(\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1\");")]
    [InlineData("using var own = new KantataClient(\"emulator-access-token-of-desk-number-12\");")]
    [InlineData("using var own = new KantataClient(\"Read the 32 characters from the vault\");")]
    [InlineData("using var own = new KantataClient(Environment.GetEnvironmentVariable(\"#\")!);")]
    [InlineData("using var own = new KantataClient(File.ReadAllText(\"#\"));")]
    [InlineData("var settings = new Dictionary<string, string> { [\"#\"] = \"x\" };\nusing var own = new KantataClient(settings[\"#\"]);")]
    [InlineData("var key = \"#\";\nusing var own = new KantataClient(Environment.GetEnvironmentVariable(key)!);")]
    [InlineData("var options = new KantataClientOptions { UserAgent = \"#\" };")]
    [InlineData("var options = new KantataOAuthOptions { ClientId = \"#\" };")]
    [InlineData("Console.WriteLine(\"#\");")]
    [InlineData("var hash = \"#\";\nConsole.WriteLine(hash);\nusing var own = new KantataClient(Environment.MachineName == hash ? \"short\" : \"shorter\");")]
    [InlineData("await kantata.BillingMilestones.UpdateAsync(1, new() { Title = \"#\" });")]
    [InlineData("var other = new Other { AccessToken = \"#\" };")]
    public async Task What_is_no_token_or_does_not_get_to_the_client_is_left_alone(string body) =>
        await Rule<TokenLiteralAnalyzer>.LeavesAloneAsync(
            CodeShape.InMethod(body.Replace("#", Token, StringComparison.Ordinal)) + "\n\nclass Other { public string AccessToken { get; set; } = \"\"; }");

    [Fact]
    public async Task The_message_does_not_repeat_the_token()
    {
        IReadOnlyList<Diagnostic> found = await Rule<TokenLiteralAnalyzer>.FindsAsync(CodeShape.InMethod($"using KantataClient own = new([|\"{Token}\"|]);"));

        Assert.Equal(
            "This looks like a token; whoever reads the code or its history can use it. Read it from the configuration, and have it replaced if it is a real one.",
            found[0].GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(found[0].Properties);
    }

    [Theory]
    [InlineData("7c1f0b92e64d4a8fb3d95c20a7e81f36", true)]
    [InlineData("7C1F0B92E64D4A8FB3D95C20A7E81F36", true)]
    [InlineData("b07a9d3e15f2c86470ea1b9cd5f3628e4d70b1a2c9e8f63504d7a1b3c5e9f028", true)]
    [InlineData("kPz3vQ_8fX-1mLw7RtYb2.NcDs5HgJ4uKa6", true)]
    [InlineData("mZ8Qw1t/yR+4nV6bK0sXjL3hG7fD2pAo==", true)]
    [InlineData("2f6b8c1e-94d3-4a70-b5e8-c7019fd2a364", true)]
    [InlineData("7c1f0b92e64d4a8fb3d95c20a7e81f3", false)]
    [InlineData("7c1f0b92 e64d4a8fb3d95c20 a7e81f36", false)]
    [InlineData("Kantata:7c1f0b92e64d4a8fb3d95c20a7e81f36", false)]
    [InlineData("11111111-2222-3333-4444-555555555555", false)]
    [InlineData("deadbeef1deadbeef1deadbeef1deadbeef1", false)]
    [InlineData("6041957382604195738260419573826041957382", false)]
    [InlineData("qwrtzpsdfghjklyxcvbnmqwrtzpsdfghjkly", false)]
    [InlineData("replace-me-7c1f0b92e64d4a8fb3d95c20", false)]
    public void A_token_is_told_by_how_it_looks(string text, bool isToken) => Assert.Equal(isToken, TokenShape.Fits(text));

    [Theory]
    [InlineData(1, "0123456789abcdef")]
    [InlineData(2, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")]
    public void Random_characters_look_like_a_token(int seed, string alphabet)
    {
        Random random = new(seed);
        for (int i = 0; i < 1000; i++)
        {
            string token = new(random.GetItems<char>(alphabet, 64));
            Assert.True(TokenShape.Fits(token), $"{token}, seed {seed}");
        }
    }
}
