using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Kantata.Benchmarks.Decoding;

/// <summary>Decodes the billing page in every way that one might.</summary>
[Config(typeof(DecodingConfig))]
public class DecoderComparison : IDisposable
{
    private static readonly JsonSerializerOptions _reflection = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly byte[] _page = PageBuilder.Build(PageContent.Billing, seed: 5);
    private readonly AnswerDecoder _decoder;
    private readonly PlainObject[] _objects;

    /// <summary>Makes the page.</summary>
    public DecoderComparison()
    {
        _decoder = new AnswerDecoder(_page, PageContent.Billing);
        PlainPage page = JsonSerializer.Deserialize(_page, PlainJson.Default.PlainPage)!;
        _objects = [.. page.Invoices!.Values, .. page.TimeEntries!.Values, .. page.Users!.Values, .. page.Workspaces!.Values];
    }

    /// <summary>System.Text.Json with generated code.</summary>
    [Benchmark(Baseline = true)]
    public int SystemTextJson() => PlainDecoders.SystemTextJson(_page);

    /// <summary>System.Text.Json by reflection.</summary>
    [Benchmark]
    public int SystemTextJsonByReflection() => JsonSerializer.Deserialize<PlainPage>(_page, _reflection)!.Results!.Count;

    /// <summary>Newtonsoft.Json from a string, as clients that NSwag makes read an answer.</summary>
    [Benchmark]
    public int NewtonsoftFromString() => PlainDecoders.NewtonsoftFromString(_page);

    /// <summary>The tokens of the page, and nothing kept.</summary>
    [Benchmark]
    public int TokensAlone() => PlainDecoders.Tokens(_page);

    /// <summary>The objects of the page, made without any JSON.</summary>
    [Benchmark]
    public int ObjectsAlone()
    {
        Dictionary<int, PlainObject> made = [];
        for (int i = 0; i < _objects.Length; i++)
        {
            made.Add(i, _objects[i].Copy());
        }

        return made.Count;
    }

    /// <summary>The client.</summary>
    [Benchmark]
    public int Kantata() => _decoder.Decode();

    /// <summary>Lets go of the page.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _decoder.Dispose();
        GC.SuppressFinalize(this);
    }
}
