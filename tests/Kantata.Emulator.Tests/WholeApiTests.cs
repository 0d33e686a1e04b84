using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Tests.Api;
using Kantata.Spec.Model;
using Xunit.Abstractions;

namespace Kantata.Emulator.Tests;

/// <summary>Every operation of the documents, once with nothing that can be left out and once with everything.</summary>
public sealed class WholeApiTests(ITestOutputHelper output)
{
    private static readonly ApiSchema s_schema = new(BundledDocuments.Model);

    private static readonly string s_seed = Samples.Seed(s_schema);

    private static readonly PublishedForm s_documents = new(allowsNull: false);

    private static readonly PublishedForm s_records = new(allowsNull: true);

    private static Operation[] Operations => [.. BundledDocuments.Model.Resources.SelectMany(resource => resource.Operations)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_operation_answers_in_its_published_form(bool withEverything)
    {
        KantataEmulatorOptions options = new() { SeedJson = s_seed, AllowUnknownFilters = true, AllowUnknownReferences = true };
        List<string> faults = [];
        int sound = 0;
        await using Caller reader = await Caller.StartAsync(options);
        foreach (Operation operation in Operations)
        {
            // What one operation changes is no concern of the next one.
            await using Caller? writer = operation.Method == "GET" ? null : await Caller.StartAsync(options);
            using HttpRequestMessage request = Request(operation, withEverything);
            using HttpResponseMessage response = await (writer ?? reader).Http.SendAsync(request);
            string[] differences = [.. Differences(operation, response, await response.Content.ReadAsStringAsync(), withEverything)];
            sound += differences.Length == 0 ? 1 : 0;
            faults.AddRange(differences.Select(difference => $"{operation.Key}: {difference}"));
        }

        Assert.Equal(419, Operations.Length);
        output.WriteLine($"{sound} of {Operations.Length}");
        Assert.True(faults.Count == 0, $"{sound} of {Operations.Length}\n{string.Join('\n', faults)}");
    }

    private static HttpRequestMessage Request(Operation operation, bool withEverything)
    {
        string path = operation.PathParameters.Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", "1", StringComparison.Ordinal));
        List<string> query = [.. operation.Query
            .Where(parameter => withEverything || parameter.IsRequired || (parameter.Name == "ids" && operation.Body is null))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Samples.Text(parameter))}")];
        if (withEverything)
        {
            query.Add("include=" + string.Join(',', operation.Includes.Select(include => include.Name)));
            query.Add("optional_fields=" + string.Join(',', operation.OptionalFields.Select(field => field.Name)));
            if (operation.Order is { Values.IsEmpty: false } order)
            {
                query.Add("order=" + Uri.EscapeDataString(order.Values[0]));
            }
        }

        HttpRequestMessage request = new(new HttpMethod(operation.Method), path.TrimStart('/') + "?" + string.Join('&', query));
        if (operation.Body is { } body)
        {
            Value[] fields = [.. body.Fields.Where(field => withEverything || field.IsRequired || field.RequiredWhen is not null || field.Name is "ids" || body.Wrapper is null)];
            request.Content = body.ContentType == "multipart/form-data" ? Form(body.Wrapper, fields) : Json(body.Wrapper, fields);
        }

        return request;
    }

    private static StringContent Json(string? wrapper, IEnumerable<Value> fields)
    {
        JsonObject json = Samples.Json(fields);
        return new StringContent((wrapper is null ? json : new JsonObject { [wrapper] = json }).ToJsonString(), Encoding.UTF8, "application/json");
    }

    private static MultipartFormDataContent Form(string? wrapper, IEnumerable<Value> fields)
    {
        MultipartFormDataContent form = [];
        foreach (Value field in fields)
        {
            string name = wrapper is null ? field.Name : $"{wrapper}[{field.Name}]";
            if (field.Format == ValueFormat.Binary)
            {
                ByteArrayContent file = new(Encoding.UTF8.GetBytes(Samples.Table));
                file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
                form.Add(file, name, "photo.png");
            }
            else
            {
                form.Add(new StringContent(Samples.Text(field)), name);
            }
        }

        return form;
    }

    private static IEnumerable<string> Differences(Operation operation, HttpResponseMessage response, string text, bool withEverything)
    {
        int status = (int)response.StatusCode;
        if (status != (operation.Response.Status ?? 200))
        {
            return [string.Create(CultureInfo.InvariantCulture, $"{status} {text[..Math.Min(text.Length, 600)]}")];
        }

        if (operation.Response.Shape is ResponseShape.Empty or ResponseShape.File)
        {
            bool isFile = operation.Response.Shape == ResponseShape.File;
            return isFile == (text.Length > 0) && isFile == (response.Content.Headers.ContentType?.MediaType == "text/csv") ? [] : ["a body of the wrong kind"];
        }

        JsonElement json = JsonDocument.Parse(text).RootElement;
        return operation.Response.Shape switch
        {
            ResponseShape.Collections => Envelope(operation, json, withEverything),
            ResponseShape.Array => json.ValueKind != JsonValueKind.Array ? ["no array"] : json.EnumerateArray().SelectMany(item => s_documents.Differences("[]", operation.Response.Fields, item)),
            ResponseShape.Map => json.ValueKind != JsonValueKind.Object ? ["no object"] : json.EnumerateObject().SelectMany(member => s_documents.Differences(member.Name, operation.Response.Fields, member.Value)),
            _ => s_documents.Differences("", operation.Response.Fields, json),
        };
    }

    private static IEnumerable<string> Envelope(Operation operation, JsonElement json, bool withEverything)
    {
        Answer answer = new(200, json);
        string main = operation.Response.Collection!;
        foreach (string collection in operation.Includes.Where(_ => withEverything).Select(include => include.Collection).OfType<string>().Append(main).Append("meta"))
        {
            if (!json.TryGetProperty(collection, out JsonElement member) || member.ValueKind != JsonValueKind.Object)
            {
                yield return $"{collection} is not there";
            }
        }

        // A list that is asked for with every filter at once may have nothing to answer.
        if (answer.Results.Length == 0 && (operation.Method != "GET" || !withEverything))
        {
            yield return "no results";
        }

        foreach (ResponseCollection collection in operation.Response.Collections.Where(collection => json.TryGetProperty(collection.Key, out _)))
        {
            foreach (JsonProperty record in json.GetProperty(collection.Key).EnumerateObject())
            {
                foreach (string difference in Record(collection.Key, record.Value))
                {
                    yield return difference;
                }
            }
        }
    }

    // What is not there hangs on something that was not asked for.
    private static IEnumerable<string> Record(string collection, JsonElement record) => s_schema[collection].Fields
        .Where(field => record.TryGetProperty(field.Name, out _))
        .SelectMany(field => s_records.Differences($"{collection}.{field.Name}", field, field.Type, record.GetProperty(field.Name)));
}
