using Kantata.Generator.Tests.Testing;
using Kantata.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>The server tells of a member by the API's name, and the runtime finds the name that it was given in C#.</summary>
public sealed class RequestMemberNameTests
{
    private const string Page = "pages/billing-milestones/update-billing-milestone.md";

    [Fact]
    public void Every_member_of_every_request_is_found_by_the_name_of_the_api()
    {
        List<RequestMember> members = [.. MembersOf(GeneratorRun.Of(BundledSpec.All))];

        Assert.True(members.Count > 1000, $"There are {members.Count} members.");
        Assert.All(members, member => Assert.Equal(member.Name, member.Found));
    }

    [Theory]
    [InlineData("equals", "EqualsValue")]
    [InlineData("is_set", "IsSetValue")]
    [InlineData("member_named", "MemberNamedValue")]
    [InlineData("billing_milestone_update_request", "BillingMilestoneUpdateRequestValue")]
    [InlineData("can't_wait", "CantWait")]
    [InlineData("2nd_title", "_2ndTitle")]
    [InlineData("!?%", "Value")]
    [InlineData("plain_one", "PlainOne")]
    public void A_member_that_is_called_otherwise_in_CSharp_is_found(string field, string name)
    {
        string page = BundledSpec.Read(Page);
        string edited = page.Replace("  - `billing_milestone.title` (", $"  - `billing_milestone.{field}` (string)\n    Hostile.\n\n  - `billing_milestone.title` (", StringComparison.Ordinal);
        Assert.NotEqual(page, edited);
        GeneratorRun run = GeneratorRun.Of(BundledSpec.Billing.Select(document => document.Name == Page ? new InMemoryText(Page, edited) : document));

        RequestMember member = Assert.Single(MembersOf(run), member => member.Class == "BillingMilestoneUpdateRequest" && member.Field == field);

        Assert.Empty(run.CompilerFaults);
        Assert.Equal((name, name), (member.Name, member.Found));
    }

    private static IEnumerable<RequestMember> MembersOf(GeneratorRun run) =>
        from source in run.Sources
        from type in source.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.BaseList?.Types.Any(parent => parent.ToString() is "RequestModel" or "FormModel") is true
        let properties = type.Members.OfType<PropertyDeclarationSyntax>().ToDictionary(BackingField, property => property.Identifier.Text, StringComparer.Ordinal)
        let named = type.DescendantNodes().OfType<SwitchExpressionArmSyntax>().Where(arm => arm.Pattern is ConstantPatternSyntax)
            .ToDictionary(arm => TextOf(((ConstantPatternSyntax)arm.Pattern).Expression), arm => TextOf(arm.Expression), StringComparer.Ordinal)
        from write in type.Members.OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "WriteMembers").DescendantNodes().OfType<InvocationExpressionSyntax>()
        where write.ArgumentList.Arguments.Count == 2
        let field = TextOf(write.ArgumentList.Arguments[0].Expression)
        select new RequestMember(type.Identifier.Text, field, properties[write.ArgumentList.Arguments[1].ToString()], named.GetValueOrDefault(field) ?? FieldPath.Pascal(field));

    private static string BackingField(PropertyDeclarationSyntax property) =>
        property.AccessorList!.Accessors.Single(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)).ExpressionBody!.Expression.ToString().TrimEnd('!');

    private static string TextOf(ExpressionSyntax literal) => ((LiteralExpressionSyntax)literal).Token.ValueText;

    private sealed record RequestMember(string Class, string Field, string Name, string Found);
}
