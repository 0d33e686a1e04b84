using System.Diagnostics;
using System.Globalization;

namespace Kantata.StartUp;

/// <summary>What the benchmark asks of a program: to read a page over HTTP or from a file, and to tell how long it took.</summary>
internal static class Started
{
    /// <summary>Runs what the arguments ask for: <c>http</c>, an address and when the process was started; or <c>file</c> and a path.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="readOverHttp">Reads the page at an address and gives the number of its objects.</param>
    /// <param name="prepare">Takes a page and gives what decodes it, which gives the number of its objects.</param>
    public static async Task RunAsync(string[] args, Func<Uri, Task<int>> readOverHttp, Func<byte[], Func<int>> prepare)
    {
        switch (args)
        {
            case ["http", string address, string startedAt]:
                Print(await readOverHttp(new Uri(address)), long.Parse(startedAt, CultureInfo.InvariantCulture));
                break;
            case ["file", string path]:
                Func<int> decode = prepare(await File.ReadAllBytesAsync(path));
                long start = Stopwatch.GetTimestamp();
                Print(decode(), start);
                break;
            default:
                throw new ArgumentException("The arguments are \"http\", an address and a timestamp, or \"file\" and a path.", nameof(args));
        }
    }

    private static void Print(int objects, long start) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).Ticks} {objects}"));
}
