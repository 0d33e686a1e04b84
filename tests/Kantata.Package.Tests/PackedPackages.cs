using Xunit;

namespace Kantata.Package.Tests;

/// <summary>Packs once for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class PackedPackages : ICollectionFixture<PackageFeed>
{
    public const string Name = "packed packages";
}
