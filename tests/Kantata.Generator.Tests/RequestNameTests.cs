using Kantata.Generator.CSharp;
using Kantata.Generator.Shaping;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Kantata.Spec.Collections;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>The runtime finds the member of a request that an error of the server names by the words of the field alone.</summary>
public sealed class RequestNameTests
{
    private static readonly ClientModel s_client = ModelShaper.Shape(
        SpecSet.Read(BundledSpec.All.Select(text => new SpecFile(text.Name, BundledSpec.Read(text.Name), SpecOrigin.Bundled))).Model,
        new GenerationSettings("Kantata", "public", Enumerable.Empty<string>().ToEquatableArray(), DependencyInjection: false),
        CancellationToken.None);

    [Fact]
    public void Each_member_of_a_request_has_the_name_that_the_words_of_its_field_give()
    {
        (string Class, RequestMember Member)[] members =
        [
            .. from file in s_client.Files
               from request in file switch
               {
                   ResourceFile resource => resource.Requests,
                   SharedFile shared => shared.Requests,
                   _ => default,
               }
               from member in request.Members
               select (request.Name, member),
        ];

        Assert.True(members.Length > 1_000);
        Assert.All(members, found => Assert.Equal(Identifier.Pascal(FieldOf(found.Member)), found.Member.Name));
    }

    /// <summary>The API's name of a member, which stands as the only text in the statement that writes it.</summary>
    private static string FieldOf(RequestMember member) => member.Write.Split('"')[1];
}
