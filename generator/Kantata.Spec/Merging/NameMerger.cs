using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Merging;

/// <summary>Puts the names of overlays together.</summary>
internal static class NameMerger
{
    public static ApiNames Merge(OverlayDocument[] overlays) => new(
        First(overlays.SelectMany(overlay => overlay.Names.ValueSets), set => set.Name),
        First(overlays.SelectMany(overlay => overlay.Names.IdEntities), id => id.Field),
        First(overlays.SelectMany(overlay => overlay.Names.RequestObjects), shared => shared.Name),
        First(overlays.SelectMany(overlay => overlay.Names.Operations), name => name.Operation),
        First(overlays.SelectMany(overlay => overlay.Names.Resources), name => name.Title));

    // A user's overlay comes before the package's.
    private static EquatableArray<T> First<T>(IEnumerable<T> names, Func<T, string> key)
        where T : IEquatable<T>
        => names.GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.First()).ToEquatableArray();
}
