namespace Kantata.Spec.Schemas;

internal static class StructuredDocumentReader
{
    public static DocumentReading Read(SpecFile file) => new(new SchemaDocument(file.Name, file.Origin, default), default, DocumentPositions.None);
}
