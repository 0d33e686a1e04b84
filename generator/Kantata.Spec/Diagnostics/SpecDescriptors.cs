using Kantata.Spec.Collections;
using static Kantata.Spec.SpecSeverity;

namespace Kantata.Spec;

/// <summary>Every kind of fault that reading documents can find.</summary>
public static class SpecDescriptors
{
    /// <summary>A file without text.</summary>
    public static SpecDescriptor EmptyDocument { get; } = new(
        "KAN0001", Error, "A document is empty", "The document is empty");

    /// <summary>A file whose content is no text.</summary>
    public static SpecDescriptor NoText { get; } = new(
        "KAN0002", Error, "A document is not a text", "The document holds control characters and is not a text");

    /// <summary>A file of a kind that nothing here reads.</summary>
    public static SpecDescriptor UnknownKind { get; } = new(
        "KAN0003", Error, "A document is of an unknown kind", "The document is neither a page (.md) nor a document in YAML or JSON");

    /// <summary>A page that says no operation.</summary>
    public static SpecDescriptor NoEndpoint { get; } = new(
        "KAN0010", Error, "A page has no Endpoint line", "The page has no line of the form 'Endpoint: GET /path', so it describes no operation");

    /// <summary>An Endpoint line in another form.</summary>
    public static SpecDescriptor UnreadableEndpoint { get; } = new(
        "KAN0011", Error, "An Endpoint line cannot be read", "'{0}' is not a method and a path, such as 'GET /invoices/{{id}}'");

    /// <summary>A page that ends before it is complete.</summary>
    public static SpecDescriptor PageCutOff { get; } = new(
        "KAN0012", Warning, "A page is cut off", "The page seems to be cut off: {0}");

    /// <summary>A page that does not begin with a heading.</summary>
    public static SpecDescriptor NoTitle { get; } = new(
        "KAN0013", Warning, "A page has no title", "The page does not begin with a '# Title'");

    /// <summary>A section that the page format does not have.</summary>
    public static SpecDescriptor UnknownSection { get; } = new(
        "KAN0014", Warning, "A section is unknown", "The section '{0}' is unknown and is not read");

    /// <summary>A section that a page has twice.</summary>
    public static SpecDescriptor DoubledSection { get; } = new(
        "KAN0015", Warning, "A section stands twice", "The page has the section '{0}' already; its items are added to that one's");

    /// <summary>An item without a type in brackets.</summary>
    public static SpecDescriptor NoType { get; } = new(
        "KAN0016", Warning, "An item has no type", "'{0}' has no type in brackets and is taken as a string");

    /// <summary>A word for a type that is none.</summary>
    public static SpecDescriptor UnknownType { get; } = new(
        "KAN0017", Warning, "A type is unknown", "'{0}' has the unknown type '{1}' and is taken as a string");

    /// <summary>A name that a section describes twice.</summary>
    public static SpecDescriptor DoubledItem { get; } = new(
        "KAN0018", Warning, "An item stands twice", "'{0}' stands in this section already; the first one is used");

    /// <summary>An item line in another form.</summary>
    public static SpecDescriptor UnreadableItem { get; } = new(
        "KAN0019", Warning, "An item cannot be read", "The line is not of the form '  - `name` (type)' and is not used");

    /// <summary>A member of something that has none.</summary>
    public static SpecDescriptor MemberOfNoObject { get; } = new(
        "KAN0020", Warning, "A member belongs to no object", "'{0}' is a member of '{1}', which is neither an object nor an array, and is not used");

    /// <summary>A path parameter that is only in the path or only among the parameters.</summary>
    public static SpecDescriptor PathParameterMismatch { get; } = new(
        "KAN0021", Warning, "Path and path parameters differ", "{0}");

    /// <summary>The array of a body that takes several at once differs from the single form.</summary>
    public static SpecDescriptor BulkMismatch { get; } = new(
        "KAN0022", Warning, "The bulk form differs from the single form", "'{0}' {1}; the single form is used");

    /// <summary>A line of an index page in another form.</summary>
    public static SpecDescriptor UnreadableEntry { get; } = new(
        "KAN0023", Warning, "An entry of an index page cannot be read", "'{0}' is not a method and a path, such as 'GET /invoices/{{id}}'");

    /// <summary>A word in the brackets of an item that is neither a type nor anything else that stands there.</summary>
    public static SpecDescriptor UnknownModifier { get; } = new(
        "KAN0024", Warning, "A word beside a type is unknown", "'{0}' has '{1}' beside its type, which means nothing here");

    /// <summary>An item line that is indented by another number of blanks.</summary>
    public static SpecDescriptor WrongIndentation { get; } = new(
        "KAN0025", Warning, "An item is indented wrongly", "The line looks like an item and is not indented by two blanks, so it is read as text");

    /// <summary>A name with more dots than any nested member needs.</summary>
    public static SpecDescriptor TooDeep { get; } = new(
        "KAN0026", Warning, "A member is nested too deeply", "'{0}' is nested too deeply and is not used");

    /// <summary>YAML that does not parse.</summary>
    public static SpecDescriptor InvalidYaml { get; } = new(
        "KAN0030", Error, "YAML does not parse", "The YAML does not parse: {0}");

    /// <summary>JSON that does not parse.</summary>
    public static SpecDescriptor InvalidJson { get; } = new(
        "KAN0031", Error, "JSON does not parse", "The JSON does not parse: {0}");

    /// <summary>A YAML or JSON document that is neither OpenAPI nor an overlay.</summary>
    public static SpecDescriptor NoSchema { get; } = new(
        "KAN0032", Error, "A document is neither OpenAPI nor an overlay", "The document has none of 'openapi', 'swagger' and 'overlay' at its top level");

    /// <summary>A version of OpenAPI that is not read.</summary>
    public static SpecDescriptor UnknownOpenApiVersion { get; } = new(
        "KAN0033", Error, "The version of OpenAPI is unknown", "The version '{0}' is none of Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2");

    /// <summary>A fault that the OpenAPI reader found.</summary>
    public static SpecDescriptor InvalidOpenApi { get; } = new(
        "KAN0034", Warning, "An OpenAPI document has a fault", "{0}");

    /// <summary>A key that a YAML mapping has twice.</summary>
    public static SpecDescriptor DoubledKey { get; } = new(
        "KAN0035", Warning, "A key stands twice", "'{0}' stands in this mapping already; the first one is used");

    /// <summary>Two pages about one operation.</summary>
    public static SpecDescriptor DoubledOperation { get; } = new(
        "KAN0040", Warning, "Two pages describe one operation", "'{0}' is described by '{1}' too; {2} is used") { ShowsTogether = true };

    /// <summary>Two schemas of one name.</summary>
    public static SpecDescriptor DoubledEntity { get; } = new(
        "KAN0041", Warning, "Two documents describe one entity", "'{0}' is described by '{1}' too; {2} is used") { ShowsTogether = true };

    /// <summary>An association of an entity that no document describes.</summary>
    public static SpecDescriptor UnknownEntity { get; } = new(
        "KAN0042", Warning, "An include names an unknown entity", "The include '{0}' brings a '{1}', which no document describes, and is not used") { ShowsTogether = true };

    /// <summary>A collection of a response whose entity is not known.</summary>
    public static SpecDescriptor UnknownCollection { get; } = new(
        "KAN0043", Warning, "A collection has no known entity", "No document says which entity the collection '{0}' holds") { ShowsTogether = true };

    /// <summary>An entry of an index page for which there is no page.</summary>
    public static SpecDescriptor MissingPage { get; } = new(
        "KAN0044", Info, "An operation has no page", "'{0}' is listed here and no page describes it") { ShowsTogether = true };

    /// <summary>Documents that say different things of one element.</summary>
    public static SpecDescriptor Contradiction { get; } = new(
        "KAN0045", Warning, "Documents contradict each other", "{0}") { ShowsTogether = true };

    /// <summary>An entry of an overlay that is about nothing.</summary>
    public static SpecDescriptor OverlayHitsNothing { get; } = new(
        "KAN0050", Warning, "An overlay entry hits nothing", "There is no {0} to correct") { ShowsTogether = true };

    /// <summary>An entry of an overlay in another form.</summary>
    public static SpecDescriptor UnreadableOverlayEntry { get; } = new(
        "KAN0051", Warning, "An overlay entry cannot be read", "{0}");

    /// <summary>An entry of an overlay that does not say why it is there.</summary>
    public static SpecDescriptor OverlayWithoutReason { get; } = new(
        "KAN0052", Warning, "An overlay entry has no reason", "The entry does not say why it is needed: add a 'reason'");

    /// <summary>All of them, sorted by id.</summary>
    public static EquatableArray<SpecDescriptor> All { get; } = EquatableArray.Of(
        EmptyDocument, NoText, UnknownKind,
        NoEndpoint, UnreadableEndpoint, PageCutOff, NoTitle, UnknownSection, DoubledSection, NoType, UnknownType, DoubledItem,
        UnreadableItem, MemberOfNoObject, PathParameterMismatch, BulkMismatch, UnreadableEntry,
        UnknownModifier, WrongIndentation, TooDeep,
        InvalidYaml, InvalidJson, NoSchema, UnknownOpenApiVersion, InvalidOpenApi, DoubledKey,
        DoubledOperation, DoubledEntity, UnknownEntity, UnknownCollection, MissingPage, Contradiction,
        OverlayHitsNothing, UnreadableOverlayEntry, OverlayWithoutReason);
}
