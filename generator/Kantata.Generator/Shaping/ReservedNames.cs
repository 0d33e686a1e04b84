namespace Kantata.Generator.Shaping;

/// <summary>Names that generated code cannot give to what the documents name, because they mean something else there.</summary>
internal sealed class ReservedNames
{
    private readonly HashSet<string> _names;

    private ReservedNames(params string[] names) => _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Types that generated code, or every project through its implicit usings, calls by their simple names.
    /// </summary>
    public static ReservedNames Types { get; } = new(
        "Action", "Array", "Attribute", "AvailableWithAttribute", "Boolean", "Buffer", "Byte", "CancellationToken", "Char", "Console", "Convert", "DateOnly",
        "DateTime", "DateTimeOffset", "Decimal", "Delegate", "DependencyInjection", "CustomFieldAmount", "CustomFieldChoices",
        "CustomFieldDates", "CustomFieldFilter", "CustomFieldNumber", "CustomFieldRange", "CustomFieldText", "Dictionary", "Directory", "Double", "Enum", "Enumerable", "Environment",
        "Exception", "File", "FormModel", "FormWriter", "Func", "Guid", "HttpClient", "HttpMethod", "IEnumerable", "IReadOnlyDictionary", "IReadOnlyList",
        "IValueSet", "Id", "IdValue", "Index", "Int32", "Int64", "JsonCursor", "JsonElement", "KantataBatchException",
        "KantataClient", "KantataClientBase", "KantataClientOptions", "KantataConnection", "KantataEntity", "KantataException", "KantataFile",
        "KantataObject", "KantataReference", "KantataRequest", "Key", "Lazy", "List", "Markers", "ListQuery", "ListSource", "Lock", "Math", "MemberOrder", "Monitor", "Nullable",
        "Object", "ObjectShape", "Operation", "OrganizationIds", "EntityQuery", "Page", "Parallel", "Path", "Progress", "Query", "QueryFilter",
        "Random", "Range", "ReadMembers", "RequestModel", "RequestValidator", "RequestWriter", "ResourceClient", "ResponseCollection", "ResponseFormat", "SelectableListQuery", "Shape", "Shared", "Single", "SkillLevels",
        "Stream", "String", "Task", "TaskStatus", "Thread", "TimeOnly", "TimeProvider", "TimeSpan", "TimeZone", "Timer", "TimesheetGap", "Tuple",
        "Type", "Uri", "ValueTask", "Version", "Kantata", "System",
        "BoundsAttribute", "ExcludesAttribute", "IgnoresOrderAttribute", "KnownValuesAttribute", "MaxCharactersAttribute",
        "MaxItemsAttribute", "NeedsAttribute", "RequiredUnlessAttribute", "RequiredWhenAttribute", "RequiresOneOfAttribute",
        "ResourceKeyAttribute");

    /// <summary>Members of the runtime's base classes of entities and objects, and of every object.</summary>
    public static ReservedNames ObjectMembers { get; } = new(
        "Assign", "Equals", "Finalize", "GetHashCode", "GetType", "Many", "MemberwiseClone", "NeedsInclude",
        "NeedsOptionalField", "One", "OneOf", "ReadMembers", "Receive", "Received", "ReferenceEquals", "Shape", "ToString",
        "UnknownMembers");

    /// <summary>Members of the runtime's base class of entities.</summary>
    public static ReservedNames EntityMembers { get; } = new([.. ObjectMembers._names, "Id", "Key"]);

    /// <summary>Members of every set of values.</summary>
    public static ReservedNames ValueSetMembers { get; } = new(
        "Clone", "Equals", "From", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString", "Value");

    /// <summary>Members of the runtime's base class of requests, and of every object.</summary>
    public static ReservedNames RequestMembers { get; } = new(
        "Equals", "Finalize", "GetHashCode", "GetType", "IsSet", "MemberNamed", "MemberwiseClone", "ReferenceEquals", "Set", "ToString",
        "Validate", "WriteMembers");

    /// <summary>Members of the runtime's base classes of queries, and of every object.</summary>
    public static ReservedNames QueryMembers { get; } = new(
        "AsPages", "ConfigureAwait", "CountAsync", "Equals", "Finalize", "FirstOrDefaultAsync", "GetAsyncEnumerator", "GetHashCode", "GetPageAsync",
        "GetType", "GuardAgainstRemovals", "Include", "MemberwiseClone", "OneObjectPerId", "OptionalField", "Order", "Parameter", "Parameters", "Prefetch", "ReferenceEquals",
        "SetBoolean", "SetDate", "SetDateTime", "SetDates", "SetDecimal", "SetFilter", "SetFilters", "SetId", "SetIds", "SetInt64", "SetInt64s",
        "SetJson", "SetRange", "SetString", "SetStrings", "SetValues", "Source", "ToListAsync", "ToString", "With", "WithCancellation");

    /// <summary>Members of the runtime's base class of lists whose objects can be asked for by their ids.</summary>
    public static ReservedNames SelectableListMembers { get; } = new([.. QueryMembers._names, "Only"]);

    /// <summary>Members of the runtime's base class of resources, and of every object.</summary>
    public static ReservedNames ResourceMembers { get; } = new(
        "Connection", "DeleteBatchesAsync", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "SendAsync",
        "SendBatchesAsync", "SendForArrayAsync", "SendForFileAsync", "SendForJsonAsync", "SendForManyAsync",
        "SendForObjectAsync", "SendForMapAsync", "SendForOneAsync", "Source", "ToString");

    /// <summary>Members of the runtime's base class of the client, and of every object.</summary>
    public static ReservedNames ClientMembers { get; } = new(
        "Connection", "Dispose", "Equals", "Finalize", "GetHashCode", "GetType", "KantataClient", "MemberwiseClone",
        "ReferenceEquals", "SendAsync", "ToString");

    public bool Contains(string name) => _names.Contains(name);
}
