using System.Globalization;
using System.Net;
using System.Web;

namespace Kantata.Runtime.Tests.Testing;

/// <summary>Serves a list of stories as the API does, by page or by position, which may change before any request is answered.</summary>
public sealed class StoryServer : HttpMessageHandler
{
    private readonly List<string> _queries = [];
    private int _underWay;

    public StoryServer(int count) => Ids = Enumerable.Range(1, count).ToList();

    /// <summary>The stories there are, in their order.</summary>
    public List<int> Ids { get; }

    public int LargestPage { get; set; } = 200;

    /// <summary>The clock that answers take their time on; without one they come at once.</summary>
    public VirtualClock? Clock { get; set; }

    public TimeSpan Latency { get; set; }

    /// <summary>What happens before a request is answered, told how many came before it.</summary>
    public Action<int>? BeforeAnswer { get; set; }

    public IReadOnlyList<string> Queries => _queries;

    public int MostUnderWay { get; private set; }

    public StoriesListQuery Stories(int pageSize = 200) => new KantataClient(
        new KantataClientOptions { AccessToken = "t", BaseAddress = new Uri("https://api.test/"), TimeProvider = Clock ?? TimeProvider.System },
        new HttpClient(this)).Stories.List().Parameter("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _queries.Add(request.RequestUri!.Query.TrimStart('?'));
        int number = _queries.Count - 1;
        MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        try
        {
            if (Clock is not null)
            {
                await Task.Delay(Latency, Clock, cancellationToken).ConfigureAwait(false);
            }

            BeforeAnswer?.Invoke(number);
            return Answer(request);
        }
        finally
        {
            _underWay--;
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        int size = Math.Min(int.Parse(query["limit"] ?? query["per_page"]!, CultureInfo.InvariantCulture), LargestPage);
        int start = query["offset"] is { } offset
            ? int.Parse(offset, CultureInfo.InvariantCulture)
            : (int.Parse(query["page"]!, CultureInfo.InvariantCulture) - 1) * size;
        List<int> page = Ids.Skip(start).Take(size).ToList();
        return StubServer.Response(Body(page, Ids.Count, (Ids.Count + size - 1) / size), HttpStatusCode.OK);
    }

    public static string Body(IReadOnlyList<int> ids, int total, int pages)
    {
        IEnumerable<string> results = ids.Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"key":"stories","id":"{{id}}"}"""));
        IEnumerable<string> stories = ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"\"{id}\":{{\"id\":\"{id}\"}}"));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"count":{{total}},"results":[{{string.Join(',', results)}}],"stories":{{{string.Join(',', stories)}}},"meta":{"count":{{total}},"page_count":{{pages}},"page_number":1,"page_size":1} }
            """);
    }
}
