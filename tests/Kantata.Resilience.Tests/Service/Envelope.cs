using System.Globalization;
using System.Text;

namespace Kantata.Resilience.Tests.Service;

/// <summary>Writes answers in the API's form.</summary>
internal static class Envelope
{
    public static byte[] Of(string collection, IEnumerable<(int Id, string Members)> records, int total, int page, int size)
    {
        StringBuilder results = new();
        StringBuilder objects = new();
        string separator = "";
        foreach ((int id, string members) in records)
        {
            results.Append(CultureInfo.InvariantCulture, $$"""{{separator}}{"key":"{{collection}}","id":"{{id}}"}""");
            objects.Append(CultureInfo.InvariantCulture, $$"""{{separator}}"{{id}}":{"id":"{{id}}",{{members}}}""");
            separator = ",";
        }

        int pages = (total + size - 1) / size;
        string meta = string.Create(CultureInfo.InvariantCulture, $"\"count\":{total},\"page_count\":{pages},\"page_number\":{page},\"page_size\":{size}");
        return Encoding.UTF8.GetBytes($"{{\"count\":{total},\"results\":[{results}],\"{collection}\":{{{objects}}},\"meta\":{{{meta}}}}}");
    }
}
