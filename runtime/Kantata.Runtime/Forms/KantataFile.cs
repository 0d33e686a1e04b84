using System.Net.Http.Headers;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// A file to upload. Its contents are read while they are sent and are never held in memory as a whole.
/// </summary>
public sealed class KantataFile
{
    private const string AnyMediaType = "application/octet-stream";

    private readonly Func<HttpContent> _open;
    private int _timesOpened;

    private KantataFile(Func<HttpContent> open, bool canBeSentAgain, string fileName, string mediaType)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        _open = open;
        CanBeSentAgain = canBeSentAgain;
        FileName = fileName;
        MediaType = MediaTypeHeaderValue.TryParse(mediaType, out _)
            ? mediaType
            : throw new ArgumentException($"\"{mediaType}\" is not a media type.", nameof(mediaType));
    }

    /// <summary>The name that the server is told.</summary>
    public string FileName { get; }

    /// <summary>The type of the contents, for instance <c>image/png</c>.</summary>
    public string MediaType { get; }

    /// <summary>Whether the contents can be read from their beginning once more.</summary>
    internal bool CanBeSentAgain { get; }

    /// <summary>A file on disk. It is opened each time that it is sent, and closed then.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="mediaType">The type of its contents.</param>
    /// <param name="fileName">The name that the server is told; the file's own name unless given.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The path is empty, or <paramref name="mediaType"/> is not a media type.</exception>
    public static KantataFile FromPath(string path, string mediaType = AnyMediaType, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string fullPath = Path.GetFullPath(path);
        return File.Exists(fullPath)
            ? new(() => new StreamContent(OpenRead(fullPath)), canBeSentAgain: true, fileName ?? Path.GetFileName(fullPath), mediaType)
            : throw new FileNotFoundException("There is no file to upload.", path);
    }

    /// <summary>
    /// What a stream holds from where it stands now to its end. The stream stays the caller's, who disposes of it after the
    /// call and does not use it meanwhile. One that cannot seek can be sent once only.
    /// </summary>
    /// <param name="content">The stream.</param>
    /// <param name="fileName">The name that the server is told.</param>
    /// <param name="mediaType">The type of the contents.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, <paramref name="fileName"/> is empty, or <paramref name="mediaType"/> is not a media type.</exception>
    public static KantataFile FromStream(Stream content, string fileName, string mediaType = AnyMediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        long? start = content.CanSeek ? content.Position : null;
        return new(() => new CallerStreamContent(content, start), canBeSentAgain: start is not null, fileName, mediaType);
    }

    /// <summary>A file whose contents are in memory already. They are not copied and must not change while they are sent.</summary>
    /// <param name="content">The contents.</param>
    /// <param name="fileName">The name that the server is told.</param>
    /// <param name="mediaType">The type of the contents.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty, or <paramref name="mediaType"/> is not a media type.</exception>
    public static KantataFile FromBytes(ReadOnlyMemory<byte> content, string fileName, string mediaType = AnyMediaType) =>
        new(() => new ReadOnlyMemoryContent(content), canBeSentAgain: true, fileName, mediaType);

    /// <exception cref="InvalidOperationException">The stream was sent before and cannot be read again.</exception>
    internal HttpContent CreateContent()
    {
        // A stream that is at its end would else be sent as an empty file, and nobody would notice.
        if (Interlocked.Increment(ref _timesOpened) > 1 && !CanBeSentAgain)
        {
            throw new InvalidOperationException($"The stream of the file \"{FileName}\" was sent before, and it cannot be read again because it cannot seek.");
        }

        HttpContent content = _open();
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        return content;
    }

    private static FileStream OpenRead(string path) => new(path, new FileStreamOptions
    {
        Access = FileAccess.Read,
        Mode = FileMode.Open,
        Share = FileShare.Read,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });
}
