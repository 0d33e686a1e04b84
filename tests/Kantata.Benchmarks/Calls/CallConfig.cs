using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Kantata.Benchmarks.Calls;

/// <summary>Many calls a round, in one process.</summary>
internal sealed class CallConfig : ManualConfig
{
    public CallConfig()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(4096).WithUnrollFactor(1).WithWarmupCount(20).WithIterationCount(20));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
