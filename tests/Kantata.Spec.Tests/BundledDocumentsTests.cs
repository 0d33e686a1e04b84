using Kantata.Spec.Collections;

namespace Kantata.Spec.Tests;

public sealed class BundledDocumentsTests
{
    [Fact]
    public void The_bundled_documents_have_no_fault()
    {
        SpecSetReading reading = SpecSet.Read(Documents.Bundled);

        AssertFaultless(reading.Diagnostics);
        Assert.NotEmpty(reading.Model.Resources);
    }

    [Fact]
    public void Documents_say_the_same_whether_or_not_places_in_them_are_kept() =>
        Assert.All(Documents.Bundled, file => Assert.Equal(SpecReader.Read(file).Document, SpecReader.ReadDocument(file)));

    [Fact]
    public void Eight_operations_have_a_limit_of_their_own() => Assert.Equal(
        [
            "GET /custom_field_values",
            "GET /workspaces",
            "POST /account_invitations",
            "POST /custom_field_values",
            "POST /project_snapshots",
            "POST /workspaces",
            "POST /workspaces/{id}/invite",
            "PUT /account_invitations/{id}/resend",
        ],
        from resource in SpecSet.Read(Documents.Bundled).Model.Resources
        from operation in resource.Operations
        where operation.HasOwnRateLimit
        orderby operation.Key
        select operation.Key);

    [SkippableFact]
    public void Published_pages_have_no_fault()
    {
        Skip.If(Documents.Published is null, $"{Documents.PublishedPages} names no folder of published pages");

        Assert.Equal(4, Documents.Published.Count);
        Assert.All(Documents.Published, file => AssertFaultless(SpecReader.Read(file).Diagnostics));
        AssertFaultless(SpecSet.Read(Documents.Bundled.Concat(Documents.Published)).Diagnostics);
    }

    private static void AssertFaultless(EquatableArray<SpecDiagnostic> diagnostics)
        => Assert.True(
            diagnostics.Count == 0,
            string.Join('\n', diagnostics.Select(fault => $"{fault.File}({fault.Line},{fault.Column}): {fault.Id} {fault.Message}")));
}
