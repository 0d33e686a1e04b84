namespace Kantata.Spec;

/// <summary>Who supplied a document. A user's document replaces the bundled one about the same thing.</summary>
public enum SpecOrigin
{
    /// <summary>It came with the package.</summary>
    Bundled,

    /// <summary>It was added by a user.</summary>
    User,
}
