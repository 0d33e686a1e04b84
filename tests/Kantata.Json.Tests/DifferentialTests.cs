using System.Globalization;
using System.Net;
using System.Text;
using Kantata.Benchmarks.Decoding;
using Kantata.Runtime;
using Xunit.Abstractions;

namespace Kantata.Json.Tests;

public sealed class DifferentialTests(ITestOutputHelper output) : IDisposable
{
    private const int DocumentsByDefault = 20_000;

    private readonly KantataConnection _connection = new(new KantataClientOptions { AccessToken = "token" });

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Mutated_invoices_are_read_or_refused_as_System_Text_Json_does() => Compare<PlainInvoice, Invoice>(PageContent.Billing, "invoices", Invoice.Shape);

    [Fact]
    public void Mutated_time_entries_are_read_or_refused_as_System_Text_Json_does() => Compare<PlainTimeEntry, TimeEntry>(PageContent.Billing, "time_entries", TimeEntry.Shape);

    [Fact]
    public void Mutated_workspaces_are_read_or_refused_as_System_Text_Json_does() => Compare<PlainWorkspace, Workspace>(PageContent.Billing, "workspaces", Workspace.Shape);

    [Fact]
    public void Mutated_stories_are_read_or_refused_as_System_Text_Json_does() => Compare<PlainStory, Story>(PageContent.Stories, "stories", Story.Shape);

    // KANTATA_DIFFERENTIAL_DOCUMENTS says how many documents are tried in all, KANTATA_DIFFERENTIAL_SEED with which seed.
    private void Compare<TPlain, TEntity>(PageContent content, string collection, ObjectShape shape)
        where TPlain : PlainObject
        where TEntity : KantataObject
    {
        int documents = Setting("KANTATA_DIFFERENTIAL_DOCUMENTS", DocumentsByDefault) / 4;
        int seed = Setting("KANTATA_DIFFERENTIAL_SEED", Environment.TickCount & 0xFFFFFF);
        MutatedDocuments mutated = new(content, collection);
        SameValues values = new(typeof(TPlain), typeof(TEntity));
        int read = 0;
        int refused = 0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {documents} documents of {collection}"));
        Parallel.For(0, documents, i =>
        {
            byte[] document = mutated.Make(new Random(unchecked((seed * 1_000_003) + i)));
            List<TPlain>? expected = PlainReader.Read<TPlain>(document);
            IReadOnlyList<TEntity>? actual = Read<TEntity>(document, shape);
            if (Difference(values, expected, actual) is { } difference)
            {
                Assert.Fail($"Document {i}: {difference}\n{Encoding.UTF8.GetString(document)}\n{Convert.ToBase64String(document)}");
            }

            Interlocked.Increment(ref expected is null ? ref refused : ref read);
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} read by both, {refused} refused by both"));
        Assert.Equal(documents, read + refused);
        Assert.InRange(read, documents / 10, documents);
        Assert.InRange(refused, documents / 10, documents);
    }

    private static string? Difference<TPlain, TEntity>(SameValues values, List<TPlain>? expected, IReadOnlyList<TEntity>? actual)
        where TPlain : PlainObject
        where TEntity : KantataObject
    {
        if (expected is null || actual is null)
        {
            return expected is null == actual is null ? null : $"{(expected is null ? "System.Text.Json" : "the client")} alone refused it";
        }

        return expected.Count != actual.Count
            ? "not as many records"
            : expected.Zip(actual).Select(pair => values.Difference(pair.First, pair.Second)).FirstOrDefault(difference => difference is not null);
    }

    // Null where it is refused; whatever else is thrown fails the test.
    private IReadOnlyList<T>? Read<T>(byte[] document, ObjectShape shape)
        where T : KantataObject
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(document) };
        using ResponseBody body = ResponseBody.ReadAsync(new Sending(new ApiCall(HttpMethod.Get, "/records", "", null), TimeSpan.MaxValue), response, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        try
        {
            return AnswerReader.ReadArray<T>(body, shape, default, _connection);
        }
        catch (UnreadableResponseException)
        {
            return null;
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
