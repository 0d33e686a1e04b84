using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Kantata.Benchmarks.Decoding;

/// <summary>
/// Many rounds of one page each, in one process. On a machine that does other work besides, a page is short enough to be decoded without being
/// interrupted in some of them: then the column Min tells more than the mean.
/// </summary>
internal sealed class DecodingConfig : ManualConfig
{
    public DecodingConfig()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(200).WithIterationCount(200));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(StatisticColumn.Min, StatisticColumn.Median);
        HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2);
    }
}
