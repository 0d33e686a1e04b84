using System.Diagnostics;

namespace Kantata.Benchmarks.Generator;

/// <summary>The bundled documents as one Swagger 2.0 document, written by a process of its own, so that the code that it needs does not lie beside the generator's.</summary>
internal static class ContractFile
{
    /// <summary>Writes it, in JSON or YAML as the file is called.</summary>
    public static void Write(string file)
    {
        string writer = Path.Combine(GeneratorHost.RepositoryRoot, "tests/Kantata.ContractWriter/bin", GeneratorHost.Configuration, "net10.0/Kantata.ContractWriter.dll");
        using Process process = Process.Start("dotnet", [writer, Path.Combine(GeneratorHost.RepositoryRoot, "spec"), file, "2.0"]);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process that writes {file} ended with {process.ExitCode}.");
        }
    }
}
