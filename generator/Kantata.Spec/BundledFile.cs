using System.Buffers;
using System.Text;

namespace Kantata.Spec;

/// <summary>A file of the documentation that comes with this assembly.</summary>
public sealed class BundledFile
{
    private const string Folder = "spec/";

    private readonly string _resource;

    // Where the assembly was built decides which way the slashes lean.
    private BundledFile(string resource) => (_resource, Name) = (resource, resource[Folder.Length..].Replace('\\', '/'));

    /// <summary>Its path with forward slashes: <c>pages/invoices/get-invoices.md</c>.</summary>
    public string Name { get; }

    /// <summary>All of them, none of which is read.</summary>
    public static IEnumerable<BundledFile> Find() => typeof(BundledFile).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
        .Select(resource => new BundledFile(resource));

    /// <summary>The file with its text.</summary>
    public SpecFile Load()
    {
        using Stream stream = typeof(BundledFile).Assembly.GetManifestResourceStream(_resource)!;
        int size = (int)stream.Length;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(size);
        int length = 0;
        for (int read; (read = stream.Read(bytes, length, size - length)) > 0;)
        {
            length += read;
        }

        string text = Encoding.UTF8.GetString(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        return new SpecFile(Name, text, SpecOrigin.Bundled);
    }
}
