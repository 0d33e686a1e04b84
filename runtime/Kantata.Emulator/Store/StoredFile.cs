namespace Kantata.Emulator.Store;

/// <summary>A file that was uploaded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record StoredFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
