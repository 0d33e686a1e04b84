using Kantata.ContractWriter;
using Microsoft.OpenApi;

// dotnet run --project tests/Kantata.ContractWriter -- spec contract.json [2.0|3.0|3.1]
// Writes the documents of a folder as one OpenAPI document, in YAML or JSON as its name says.
if (args is not [var folder, var file, ..])
{
    Console.Error.WriteLine("usage: <folder of documents> <contract.json|contract.yaml> [2.0|3.0|3.1]");
    return 1;
}

OpenApiSpecVersion version = args.ElementAtOrDefault(2) switch
{
    "3.0" => OpenApiSpecVersion.OpenApi3_0,
    "3.1" => OpenApiSpecVersion.OpenApi3_1,
    _ => OpenApiSpecVersion.OpenApi2_0,
};
Contract contract = Contract.Of(SpecFolder.Read(folder));
await File.WriteAllTextAsync(file, file.EndsWith(".json", StringComparison.Ordinal) ? await contract.ToJsonAsync(version) : await contract.ToYamlAsync(version));
return 0;
