using Kantata.Spec.Merging;
using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>Puts documents together into what the API is.</summary>
public static class ApiModelBuilder
{
    /// <summary>
    /// Puts documents together. Their order makes no difference. A user's document replaces the bundled one about the same
    /// operation, entity or resource; an overlay has the last word.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    public static ApiModelResult Build(IEnumerable<SpecDocument> documents)
        => new DocumentMerger(documents ?? throw new ArgumentNullException(nameof(documents))).Merge();

    /// <summary>Puts documents together as <see cref="Build"/> does, and does not look whether overlays are about anything that is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    public static ApiModel BuildModel(IEnumerable<SpecDocument> documents)
        => new DocumentMerger(documents ?? throw new ArgumentNullException(nameof(documents))).MergeModel();
}
