using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Serialization;

namespace Kantata.Benchmarks.Decoding;

/// <summary>The ways of others to decode a page. Each gives a number of what it read.</summary>
internal static class PlainDecoders
{
    private static readonly Newtonsoft.Json.JsonSerializerSettings s_newtonsoft = new() { ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() } };

    /// <summary>System.Text.Json with generated code.</summary>
    public static int SystemTextJson(byte[] page) => JsonSerializer.Deserialize(page, PlainJson.Default.PlainPage)!.Results!.Count;

    /// <summary>Newtonsoft.Json from a string, as clients that NSwag makes read an answer.</summary>
    public static int NewtonsoftFromString(byte[] page) => Newtonsoft.Json.JsonConvert.DeserializeObject<PlainPage>(Encoding.UTF8.GetString(page), s_newtonsoft)!.Results!.Count;

    /// <summary>The tokens of the page, and nothing kept.</summary>
    public static int Tokens(byte[] page)
    {
        Utf8JsonReader reader = new(page);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
