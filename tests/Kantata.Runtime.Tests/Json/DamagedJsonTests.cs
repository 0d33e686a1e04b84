using System.Globalization;
using System.Net;
using System.Text;
using Kantata.Runtime.Tests.Testing;
using Xunit.Abstractions;

namespace Kantata.Runtime.Tests.Json;

public class DamagedJsonTests(ITestOutputHelper output)
{
    private const int Documents = 20_000;

    private const string Sound = """
        {"count":2,"results":[{"key":"billing_milestones","id":"42"},{"key":"billing_milestones","id":"43"}],
         "billing_milestones":{"42":{"id":"42","title":"Sign-off \u2713 é","amount_in_cents":1250000,"percentage":0.25,"completed":false,"created_at":"2016-07-19T14:33:56-07:00",
           "date_to_invoice":"2016-07-31","details":[150,"USD"],"labels":["a","b"],"metadata":{"a":1},"status":{"color":"green","key":300},"statuses":[{"key":1}],
           "subject_ref":{"key":"stories","id":"77"},"story_id":"77","invoice_ids":["1"],"unknown":{"deep":[[1]]}},
          "43":{"title":"Two","id":43,"created_at":"2016-07-19","positions":[1,"2"]}},
         "stories":{"77":{"id":"77","title":"Design"}},"meta":{"count":2,"page_count":1,"page_number":1,"page_size":200}}
        """;

    [Fact]
    public async Task A_damaged_answer_is_read_or_refused_and_nothing_else()
    {
        int seed = Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {Documents} documents"));
        Random random = new(seed);
        byte[] sound = Encoding.UTF8.GetBytes(Sound);
        int read = 0;
        for (int i = 0; i < Documents; i++)
        {
            byte[] damaged = Damage(sound, random);
            StubServer server = new StubServer().Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(damaged) });
            try
            {
                await server.Client(options => options.KeepUnknownMembers = i % 2 == 0).BillingMilestones.List().GetPageAsync(1);
                read++;
            }
            catch (UnreadableResponseException)
            {
            }
            catch (Exception e)
            {
                Assert.Fail($"{Encoding.UTF8.GetString(damaged)}\n{e}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} read, {Documents - read} refused"));
        Assert.InRange(read, 1, Documents - 1);
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        List<byte> json = [.. sound];
        for (int faults = random.Next(1, 4); faults > 0; faults--)
        {
            int at = random.Next(json.Count);
            switch (random.Next(5))
            {
                case 0:
                    json[at] = (byte)random.Next(256);
                    break;
                case 1:
                    json.RemoveRange(at, Math.Min(random.Next(1, 12), json.Count - at));
                    break;
                case 2:
                    json.InsertRange(at, json.GetRange(at, Math.Min(random.Next(1, 40), json.Count - at)));
                    break;
                case 3:
                    json.InsertRange(at, OneOf(random, "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\ud800", "null", "true", "-", "1e999", "0", " "));
                    break;
                default:
                    json.RemoveRange(at, random.Next(20) == 0 ? json.Count - at : 0);
                    break;
            }

            if (json.Count == 0)
            {
                return [];
            }
        }

        return [.. json];
    }

    private static byte[] OneOf(Random random, params string[] pieces) => Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]);
}
