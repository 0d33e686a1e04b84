namespace Kantata.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    public const string Settings = nameof(Settings);
    public const string SpecTexts = nameof(SpecTexts);
    public const string Documents = nameof(Documents);
    public const string BundledDocuments = nameof(BundledDocuments);
    public const string ApiModel = nameof(ApiModel);
    public const string ClientModel = nameof(ClientModel);
    public const string SourceFile = nameof(SourceFile);
    public const string UnknownResource = nameof(UnknownResource);
}
