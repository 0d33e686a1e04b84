using System.Globalization;
using Kantata.BuildCost;

// dotnet run -c Release --project tests/Kantata.BuildCost [rounds]
// Builds the same console project without a client, with two resources, with the whole API and with the client that NSwag makes
// of the same operations; in turn, with the compiler server warm and without it. Prints medians.
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
using Workshop workshop = new();
workshop.PackPackages();
List<ConsoleProject> projects =
[
    workshop.CreateProject("no client", usesClient: false),
    workshop.CreateProject("two resources", usesClient: true, resources: "billing_milestones;invoices"),
    workshop.CreateProject("whole API", usesClient: true),
    await workshop.CreateNSwagProjectAsync("NSwag, whole API"),
];
// The compiler server goes on getting faster for some ten builds of a project: its own code is compiled twice.
const int WarmUps = 10;
for (int round = 0; round < WarmUps; round++)
{
    projects.ForEach(project => project.BuildWarm());
}

projects.ForEach(project => project.Warm.Clear());
for (int round = 0; round < rounds; round++)
{
    projects.ForEach(project => project.BuildWarm());
    projects.ForEach(project => project.BuildCold());
}

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET SDK {workshop.SdkVersion}, medians of {rounds} clean builds in turn; in brackets what is added over no client");
Console.WriteLine();
Console.WriteLine("| project | build, s | compiler, s | build cold, s | compiler cold, s | memory of the compiler, MB | files | lines | MB | longest file, lines |");
Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
foreach (ConsoleProject project in projects)
{
    GeneratedCode code = project.MeasureGeneratedCode();
    string[] cells =
    [
        project.Name,
        Cell(project, "0.00", cost => cost.Warm.Select(time => time.Wall.TotalSeconds)),
        Cell(project, "0.00", cost => cost.Warm.Select(time => time.Compiler.TotalSeconds)),
        Cell(project, "0.00", cost => cost.Cold.Select(time => time.Wall.TotalSeconds)),
        Cell(project, "0.00", cost => cost.Cold.Select(time => time.Compiler.TotalSeconds)),
        Cell(project, "0", cost => cost.PeakMemory.Select(bytes => bytes / 1e6)),
        code.Files.ToString(CultureInfo.InvariantCulture),
        code.Lines.ToString(CultureInfo.InvariantCulture),
        (code.Bytes / 1e6).ToString("0.00", CultureInfo.InvariantCulture),
        code.LargestFile.ToString(CultureInfo.InvariantCulture),
    ];
    Console.WriteLine($"| {string.Join(" | ", cells)} |");
}

(ConsoleProject none, ConsoleProject whole, ConsoleProject other) = (projects[0], projects[^2], projects[^1]);
Console.WriteLine();
Console.WriteLine($"What the whole API adds, as a part of what {other.Name} adds:");
Console.WriteLine($"- build: {Part(cost => cost.Warm.Select(time => time.Wall.TotalSeconds))}");
Console.WriteLine($"- compiler: {Part(cost => cost.Warm.Select(time => time.Compiler.TotalSeconds))}");
Console.WriteLine($"- build cold: {Part(cost => cost.Cold.Select(time => time.Wall.TotalSeconds))}");
Console.WriteLine($"- compiler cold: {Part(cost => cost.Cold.Select(time => time.Compiler.TotalSeconds))}");
Console.WriteLine($"- memory of the compiler: {Part(cost => cost.PeakMemory.Select(bytes => (double)bytes))}");

string Part(Func<ConsoleProject, IEnumerable<double>> values)
{
    double basis = Median(values(none));
    return ((Median(values(whole)) - basis) / (Median(values(other)) - basis)).ToString("0.00", CultureInfo.InvariantCulture);
}

string Cell(ConsoleProject project, string format, Func<ConsoleProject, IEnumerable<double>> values)
{
    double value = Median(values(project));
    string text = value.ToString(format, CultureInfo.InvariantCulture);
    return project == projects[0] ? text : $"{text} (+{(value - Median(values(projects[0]))).ToString(format, CultureInfo.InvariantCulture)})";
}

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
