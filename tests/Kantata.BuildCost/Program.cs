using System.Globalization;
using Kantata.BuildCost;

// dotnet run -c Release --project tests/Kantata.BuildCost [rounds]
// Builds the same console project without a client, with two resources and with the whole API, in turn, and prints the medians.
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
using Workshop workshop = new();
workshop.PackPackages();
ConsoleProject[] projects =
[
    workshop.CreateProject("no client", usesClient: false, resources: ""),
    workshop.CreateProject("two resources", usesClient: true, resources: "billing_milestones;invoices"),
    workshop.CreateProject("whole API", usesClient: true, resources: ""),
];

List<BuildTime>[] times = [.. projects.Select(_ => new List<BuildTime>())];
for (int round = 0; round <= rounds; round++)
{
    for (int index = 0; index < projects.Length; index++)
    {
        BuildTime time = projects[index].BuildClean();

        // The first round warms the compiler server and the disk.
        if (round > 0)
        {
            times[index].Add(time);
        }
    }
}

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET SDK {workshop.SdkVersion}, medians of {rounds} clean builds in turn");
Console.WriteLine();
Console.WriteLine("| project | build, s | compiler, s | generated files | lines | MB | largest file, lines |");
Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
for (int index = 0; index < projects.Length; index++)
{
    GeneratedCode code = projects[index].MeasureGeneratedCode();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {projects[index].Name} | {Median(times[index].Select(time => time.Wall)):0.00} | {Median(times[index].Select(time => time.Compiler)):0.00} | {code.Files} | {code.Lines} | {code.Bytes / 1e6:0.00} | {code.LargestFile} |"));
}

static double Median(IEnumerable<TimeSpan> values)
{
    double[] sorted = [.. values.Select(value => value.TotalSeconds).Order()];
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
