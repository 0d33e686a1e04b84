using Kantata.Generator.Tests.Testing;
using Xunit;

namespace Kantata.Generator.Tests;

public sealed class CompilationTests
{
    [Fact]
    public void What_the_bundled_documents_generate_compiles_without_a_warning()
    {
        GeneratorRun run = GeneratorRun.Of(BundledSpec.Texts);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
    }
}
