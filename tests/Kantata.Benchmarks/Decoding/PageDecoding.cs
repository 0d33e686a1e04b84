using BenchmarkDotNet.Attributes;

namespace Kantata.Benchmarks.Decoding;

/// <summary>Decodes each page in each form, beside System.Text.Json with generated code on plain types.</summary>
[Config(typeof(DecodingConfig))]
public class PageDecoding : IDisposable
{
    private const int Seed = 5;

    private byte[] _page = [];
    private AnswerDecoder? _decoder;

    /// <summary>What the page holds.</summary>
    [ParamsAllValues]
    public PageContent Content { get; set; }

    /// <summary>How it is written.</summary>
    [ParamsAllValues]
    public DocumentForm Form { get; set; }

    /// <summary>Makes the page.</summary>
    [GlobalSetup]
    public void MakePage()
    {
        _page = DocumentRewriter.Rewrite(PageBuilder.Build(Content, Seed), Form, Seed);
        _decoder = new AnswerDecoder(_page, Content);
    }

    /// <summary>System.Text.Json with generated code.</summary>
    [Benchmark(Baseline = true)]
    public int SystemTextJson() => PlainDecoders.SystemTextJson(_page);

    /// <summary>The client.</summary>
    [Benchmark]
    public int Kantata() => _decoder!.Decode();

    /// <summary>Lets go of the page.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _decoder?.Dispose();
        GC.SuppressFinalize(this);
    }
}
