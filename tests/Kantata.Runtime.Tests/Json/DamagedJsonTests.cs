using System.Globalization;
using System.Net;
using System.Text;
using Kantata.Runtime.Tests.Testing;
using Xunit.Abstractions;

namespace Kantata.Runtime.Tests.Json;

public class DamagedJsonTests(ITestOutputHelper output)
{
    private const int Documents = 20_000;

    private const string SharedCollection = """
        {"count":1,"results":[{"key":"users","id":"5"}],"users":{"5":{"geography_id":"1","department_ids":["2","1"],"organization_ids":["2"],"bio":null}},
         "organizations":{"1":{"id":"1","name":"North","level":"1","parent_id":"2"},"2":{"name":"World \u2713","level":0,"story_ids":[]}}}
        """;

    private const string SingularKey = """
        {"stories":{"77":{"title":"Design"}},"private_label":{"of_tomorrow":[{}],"title":"Ours","status":{"color":"red","key":3},"story_id":"77"}}
        """;

    private const string Maps = """
        {"hours":{"2026-01-05":8.0,"2026-01-06":"7.5"},"labels":{"a":"A","b":5},"shares":[0.25,"1.50"],"statuses":{"open":{"color":"red"},"done":{}}}
        """;

    private const string List = """
        {"count":2,"results":[{"key":"billing_milestones","id":"42"},{"key":"billing_milestones","id":"43"}],
         "billing_milestones":{"42":{"id":"42","title":"Sign-off \u2713 é","amount_in_cents":1250000,"percentage":0.25,"completed":false,"created_at":"2016-07-19T14:33:56-07:00",
           "date_to_invoice":"2016-07-31","details":[150,"USD"],"labels":["a","b"],"metadata":{"a":1},"status":{"color":"green","key":300},"statuses":[{"key":1}],
           "subject_ref":{"key":"stories","id":"77"},"story_id":"77","invoice_ids":["1"],"unknown":{"deep":[[1]]}},
          "43":{"title":"Two","id":43,"created_at":"2016-07-19","positions":[1,"2"]}},
         "stories":{"77":{"id":"77","title":"Design"}},"meta":{"count":2,"page_count":1,"page_number":1,"page_size":200}}
        """;

    [Fact]
    public Task A_damaged_list_is_read_or_refused_and_nothing_else() =>
        ReadDamagedAsync(List, kantata => kantata.BillingMilestones.List().GetPageAsync(1));

    [Fact]
    public Task A_damaged_collection_that_several_types_share_is_read_or_refused_and_nothing_else() =>
        ReadDamagedAsync(SharedCollection, async kantata =>
        {
            User user = await kantata.Users.GetAsync(5, q => q.AddGeography().AddDepartments());
            _ = user.Geography?.ParentId;
            _ = user.Departments;
        });

    [Fact]
    public Task A_damaged_object_under_a_singular_key_is_read_or_refused_and_nothing_else() =>
        ReadDamagedAsync(SingularKey, kantata => kantata.CustomBranding.GetAsync());

    [Fact]
    public Task Damaged_maps_are_read_or_refused_and_nothing_else() =>
        ReadDamagedAsync(Maps, kantata => kantata.Users.GetCapacityAsync(5));

    private async Task ReadDamagedAsync(string text, Func<KantataClient, Task> readAsync)
    {
        int seed = Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {Documents} documents"));
        Random random = new(seed);
        byte[] sound = Encoding.UTF8.GetBytes(text);
        int read = 0;
        for (int i = 0; i < Documents; i++)
        {
            byte[] damaged = Damage(sound, random);
            StubServer server = new StubServer().Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(damaged) });
            try
            {
                await readAsync(server.Client(options => options.KeepUnknownMembers = i % 2 == 0));
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
