using System.Globalization;
using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes a resource: the class with its endpoint methods, and the queries and requests they take.</summary>
internal sealed class ResourceShaper(ShapingContext context, ObjectShaper objects, RequestShaper requests, QueryShaper queries)
{
    public static string ClassName(Resource resource, ShapingContext context) =>
        context.TypeNames.Claim(Identifier.Pascal(resource.Name) + "Client", "Resource");

    public ResourceFile Shape(Resource resource, string className)
    {
        Draft draft = new(
            resource,
            Identifier.Pascal(resource.Name),
            Identifier.Pascal(EnglishNoun.Singular(resource.Name)),
            OperationNaming.Root(resource),
            new NameScope([.. ReservedNames.ResourceMembers, className]));
        Operation? selection = resource.Operations.FirstOrDefault(operation => NameOf(operation, draft) is { Kind: OperationKind.Get, Name: "Get" });
        if (selection is not null)
        {
            FindEntityQuery(draft, selection, "Get");
        }

        foreach (Operation operation in resource.Operations)
        {
            AddOperation(draft, operation);
        }

        return new ResourceFile(ShapingContext.HintName(className), context.Settings)
        {
            Name = className,
            Doc = new Documentation()
                .Summary(resource.Description.Length > 0 ? resource.Description : $"The resource {resource.Name}.")
                .ToString(),
            Fields = draft.Fields.ToEquatableArray(),
            Methods = draft.Methods.ToEquatableArray(),
            ListQueries = draft.ListQueries.ToEquatableArray(),
            EntityQueries = draft.EntityQueries.ToEquatableArray(),
            Requests = draft.Requests.ToEquatableArray(),
            Objects = draft.Objects.ToEquatableArray(),
            ValueSets = context.ValueSets.OwnedBy(resource).ToEquatableArray(),
        };
    }

    private MethodName NameOf(Operation operation, Draft draft) => OperationNaming.Name(
        operation,
        draft.Root,
        context.Api.Names.Operations.FirstOrDefault(name => name.Operation == operation.Key)?.Name);

    private void AddOperation(Draft draft, Operation operation)
    {
        MethodName named = NameOf(operation, draft);
        bool isList = named.Kind == OperationKind.List && context.Index.FindSubject(operation) is not null;
        string method = draft.MethodNames.Claim(isList ? named.Name : named.Name + "Async", "Operation");
        string stem = isList || !method.EndsWith("Async", StringComparison.Ordinal) ? method : method.Substring(0, method.Length - "Async".Length);
        string field = draft.FieldNames.Claim("s_" + Identifier.Field(stem).Substring(1), "Operation");
        draft.Fields.Add(new StaticField("Operation", field, OperationArguments(draft, operation)));
        if (isList)
        {
            AddList(draft, operation, method, field);
        }
        else
        {
            AddCall(draft, operation, method, stem, field);
        }
    }

    private string OperationArguments(Draft draft, Operation operation)
    {
        string format = operation.Response.Shape == ResponseShape.Collections && context.Index.FindSubject(operation) is not null
            ? ", " + FindFormat(draft, operation.Response)
            : "";
        List<string> members = [];
        if (operation.Body is { Wrapper: { } wrapper })
        {
            members.Add("BodyKey = " + Literal.Of(wrapper));
        }

        if (operation.Body?.Bulk is { } bulk)
        {
            members.Add("BulkKey = " + Literal.Of(bulk.Key));
            if (bulk.MaxItems is { } limit)
            {
                members.Add("BulkLimit = " + limit.ToString(CultureInfo.InvariantCulture));
            }
        }

        string initializer = members.Count == 0 ? "" : " { " + string.Join(", ", members) + " }";
        return $"({Literal.Of(operation.Method)}, {Literal.Of(operation.Path)}{format}){initializer}";
    }

    /// <summary>The field that describes a response; operations that answer alike share it.</summary>
    private string FindFormat(Draft draft, Response response)
    {
        IEnumerable<string> collections = response.Collections
            .Select(collection => (collection.Key, Entity: context.Index.FindEntity(collection.Entity)))
            .Where(collection => collection.Entity is not null)
            .Select(collection => $", new({Literal.Of(collection.Key)}, {context.Qualified(context.TypeOf(collection.Entity!))}.Shape)");
        string arguments = $"({Literal.Of(response.Collection!)}{string.Concat(collections)})";
        if (!draft.Formats.TryGetValue(arguments, out string? name))
        {
            name = draft.FieldNames.Claim("s_format", "");
            draft.Formats.Add(arguments, name);
            draft.Fields.Insert(draft.Formats.Count - 1, new StaticField("ResponseFormat", name, arguments));
        }

        return name;
    }

    private void AddList(Draft draft, Operation operation, string method, string field)
    {
        string entity = context.TypeOf(context.Index.FindSubject(operation)!);
        string extra = method == "List" ? "" : method.StartsWith("List", StringComparison.Ordinal) ? method.Substring("List".Length) : method;
        string type = context.TypeNames.Claim(draft.Plural + extra + "ListQuery", "Query");
        Documentation doc = OperationDocumentation(operation);
        Arguments arguments = new();
        AddPathArguments(arguments, operation);
        string path = arguments.Values.Count == 0 ? "" : ", " + string.Join(", ", arguments.Values);
        string chain = "";
        foreach (Value parameter in QueryShaper.Filters(operation).Where(parameter => parameter.IsRequired))
        {
            (string parameterType, string expression) = RequiredArgument(draft, operation, parameter, out string variable);
            arguments.Declarations.Add($"{parameterType} {variable}");
            doc.Parameter(variable, ValueDocumentation.Of(parameter));
            chain += $".Parameter({Literal.Of(parameter.Name)}, {expression})";
        }

        draft.Methods.Add(new Method(
            $"{type} {method}({string.Join(", ", arguments.Declarations)})",
            $"new {type}(Source({field}{path}), default){chain}",
            doc.ToString()));
        draft.ListQueries.Add(new QueryClass(
            type,
            entity,
            new Documentation().Summary($"A query of `{operation.Key}`. It does not change: each method returns a new one. Nothing is sent before it is enumerated.").ToString(),
            queries.Shape(type, draft.Resource, operation, withOrder: true)));
    }

    private (string Type, string Expression) RequiredArgument(Draft draft, Operation operation, Value parameter, out string variable)
    {
        variable = Identifier.Camel(parameter.Name);
        (string type, string argument) = queries.Single(draft.Resource, operation, parameter, variable);
        return (type, type is "string" || argument != variable ? argument : $"QueryFormat.Text({argument})");
    }

    private void AddCall(Draft draft, Operation operation, string method, string stem, string field)
    {
        Documentation doc = OperationDocumentation(operation);
        Arguments arguments = new();
        AddPathArguments(arguments, operation);
        string path = "[" + string.Join(", ", arguments.Values) + "]";
        string query = "null";
        string body = "null";
        List<string> tail = [];

        Value[] required = [.. QueryShaper.Filters(operation).Where(parameter => parameter.IsRequired)];
        string chain = "";
        foreach (Value parameter in required)
        {
            (string type, string expression) = RequiredArgument(draft, operation, parameter, out string variable);
            arguments.Declarations.Add($"{type} {variable}");
            doc.Parameter(variable, ValueDocumentation.Of(parameter));
            chain += $".Parameter({Literal.Of(parameter.Name)}, {expression})";
        }

        string? queryType = FindEntityQuery(draft, operation, stem);
        if (queryType is not null)
        {
            tail.Add($"Func<{queryType}, {queryType}>? query = null");
            query = chain.Length == 0 ? "query?.Invoke(new())" : $"(query is null ? new() : query(new())){chain}";
        }

        string? request = null;
        if (operation.Body is { } requestBody && requestBody.ContentType == "application/json" && !requestBody.Fields.IsEmpty)
        {
            request = context.TypeNames.Claim(draft.Singular + stem + "Request", "Model");
            draft.Requests.AddRange(requests.Shape(request, draft.Resource, operation, requestBody));
            body = Identifier.Camel(requestBody.Wrapper is { } wrapper && stem != "Update" ? wrapper : stem == "Update" ? "changes" : "request");
        }

        string result = ResultOf(draft, operation, stem, out string call, out string shape);
        string[] declarations =
        [
            .. arguments.Declarations,
            .. request is null ? [] : new[] { $"{request} {body}" },
            .. tail,
            "CancellationToken cancellationToken = default",
        ];
        AddThrows(doc, operation);
        draft.Methods.Add(new Method(
            $"{result} {method}({string.Join(", ", declarations)})",
            $"{call}({field}, {path}, {query}, {body}, {shape}cancellationToken)",
            doc.ToString()));
        if (request is not null && operation.Body is { Bulk: { } bulk } && context.Index.FindSubject(operation) is { } subject)
        {
            AddBatches(draft, operation, stem, field, path, query, request, arguments, tail, bulk, context.TypeOf(subject));
        }
    }

    private static void AddBatches(
        Draft draft, Operation operation, string stem, string field, string path, string query, string request, Arguments arguments, List<string> tail, BulkForm bulk, string entity)
    {
        string many = Identifier.Camel(bulk.Key);
        string[] declarations = [.. arguments.Declarations, $"IEnumerable<{request}> {many}", .. tail, "CancellationToken cancellationToken = default"];
        string limit = bulk.MaxItems is { } items ? $"in batches of {items.ToString(CultureInfo.InvariantCulture)}" : "in one request";
        Documentation doc = new Documentation()
            .Summary($"{operation.Title.TrimEnd('.')}: many, {limit}, in their order.")
            .Exception("KantataBatchException", "A batch was refused; says what had been created.")
            .Remarks($"`{operation.Key}`, from `{operation.Document}`.");
        draft.Methods.Add(new Method(
            $"Task<IReadOnlyList<{entity}>> {draft.MethodNames.Claim(stem + "ManyAsync", "Batches")}({string.Join(", ", declarations)})",
            $"SendBatchesAsync<{entity}>({field}, {path}, {query}, {many}, cancellationToken)",
            doc.ToString()));
    }

    private string ResultOf(Draft draft, Operation operation, string stem, out string call, out string shape)
    {
        shape = "";
        switch (operation.Response.Shape)
        {
            case ResponseShape.Empty:
                call = "SendAsync";
                return "Task";
            case ResponseShape.File:
                call = "SendForFileAsync";
                return "Task<Stream>";
            case ResponseShape.Collections when context.Index.FindSubject(operation) is { } subject:
                string entity = context.TypeOf(subject);
                bool isMany = AnswersMany(operation);
                call = isMany ? $"SendForManyAsync<{entity}>" : $"SendForOneAsync<{entity}>";
                return isMany ? $"Task<IReadOnlyList<{entity}>>" : $"Task<{entity}>";
            case ResponseShape.Object or ResponseShape.Array when !operation.Response.Fields.IsEmpty:
                string noun = stem.StartsWith("Get", StringComparison.Ordinal) && stem.Length > 3 ? stem.Substring(3) : stem;
                string name = noun.IndexOf(draft.Singular, StringComparison.Ordinal) >= 0 ? noun : draft.Singular + noun;
                string answer = context.TypeNames.Claim(name + "Result", "Object");
                draft.Objects.AddRange(objects.ShapeAnswer(answer, draft.Resource, operation));
                bool isArray = operation.Response.Shape == ResponseShape.Array;
                call = isArray ? $"SendForArrayAsync<{answer}>" : $"SendForObjectAsync<{answer}>";
                shape = context.Qualified(answer) + ".Shape, ";
                return isArray ? $"Task<IReadOnlyList<{answer}>>" : $"Task<{answer}>";
            default:
                call = "SendForJsonAsync";
                return "Task<JsonElement>";
        }
    }

    /// <summary>Whether an operation that is no list answers several entities: it has neither an id in its path nor creates one.</summary>
    private static bool AnswersMany(Operation operation) =>
        operation.Method != "POST" && operation.PathParameters.IsEmpty && !(operation.Method == "GET" && operation.Query.IsEmpty);

    /// <summary>
    /// The query class of an operation that is no list; null where it has nothing to ask for. Operations that can ask for the same
    /// as <c>Get</c> share its class.
    /// </summary>
    private string? FindEntityQuery(Draft draft, Operation operation, string stem)
    {
        EquatableArray<Value> filters = QueryShaper.Filters(operation).Where(parameter => !parameter.IsRequired).ToEquatableArray();
        bool hasRequired = QueryShaper.Filters(operation).Any(parameter => parameter.IsRequired);
        if (filters.IsEmpty && operation.Includes.IsEmpty && operation.OptionalFields.IsEmpty && !hasRequired)
        {
            return null;
        }

        QueryForm form = new(
            filters,
            operation.Includes.Select(include => include.Name).ToEquatableArray(),
            operation.OptionalFields.Select(field => field.Name).ToEquatableArray());
        if (!draft.QueryForms.TryGetValue(form, out string? type))
        {
            type = context.TypeNames.Claim(draft.Plural + (stem == "Get" ? "" : stem) + "Query", "Parameters");
            draft.QueryForms.Add(form, type);
            draft.EntityQueries.Add(new QueryClass(
                type,
                "",
                new Documentation().Summary($"What `{operation.Key}` can be asked for. It does not change: each method returns a new one.").ToString(),
                queries.Shape(type, draft.Resource, operation with { Query = filters }, withOrder: false)));
        }

        return type;
    }

    private void AddPathArguments(Arguments arguments, Operation operation)
    {
        string[] segments = operation.Path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        for (int index = 0; index < segments.Length; index++)
        {
            if (segments[index].Length < 3 || segments[index][0] != '{')
            {
                continue;
            }

            string name = segments[index].Trim('{', '}');
            Value? parameter = operation.PathParameters.FirstOrDefault(candidate => candidate.Name == name);
            Entity? entity = (name == "id" && index > 0 ? context.Index.FindEntityOfCollection(segments[index - 1]) ?? context.Index.FindSubject(operation) : null)
                ?? context.Index.FindEntityOfIds(name, $"{operation.Key} {name}", operation.Includes);
            string type = entity is not null ? $"Id<{context.TypeOf(entity)}>" : parameter?.Type == ValueType.Integer ? "long" : "string";
            string variable = arguments.Names.Claim(Identifier.Camel(name), "Id");
            arguments.Declarations.Add($"{type} {variable}");
            arguments.Values.Add(type == "string" ? variable : type == "long" ? $"QueryFormat.Text({variable})" : variable + ".ToString()");
        }
    }

    private static Documentation OperationDocumentation(Operation operation)
    {
        string summary = FirstParagraph(operation.Description);
        return new Documentation()
            .Summary(summary.Length > 0 ? summary : operation.Title)
            .Remarks($"`{operation.Key}`, from `{operation.Document}`.");
    }

    private static void AddThrows(Documentation doc, Operation operation)
    {
        if (operation.Body is not null)
        {
            doc.Exception("KantataRequestException", "The request breaks a rule of the documents; nothing was sent.");
        }

        doc.Exception("KantataException", "The request failed.");
    }

    private static string FirstParagraph(string text)
    {
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? text : text.Substring(0, end);
    }

    private sealed record QueryForm(EquatableArray<Value> Filters, EquatableArray<string> Includes, EquatableArray<string> OptionalFields);

    /// <summary>The declarations of a method's parameters, and what the path takes of them.</summary>
    private sealed class Arguments
    {
        public NameScope Names { get; } = new(["query", "cancellationToken", "request", "changes"]);

        public List<string> Declarations { get; } = [];

        public List<string> Values { get; } = [];
    }

    /// <summary>A resource file while it grows.</summary>
    private sealed class Draft(Resource resource, string plural, string singular, string root, NameScope methodNames)
    {
        public Resource Resource { get; } = resource;

        public string Plural { get; } = plural;

        public string Singular { get; } = singular;

        public string Root { get; } = root;

        public NameScope MethodNames { get; } = methodNames;

        public NameScope FieldNames { get; } = new([]);

        public Dictionary<string, string> Formats { get; } = new(StringComparer.Ordinal);

        public Dictionary<QueryForm, string> QueryForms { get; } = [];

        public List<StaticField> Fields { get; } = [];

        public List<Method> Methods { get; } = [];

        public List<QueryClass> ListQueries { get; } = [];

        public List<QueryClass> EntityQueries { get; } = [];

        public List<RequestClass> Requests { get; } = [];

        public List<ObjectClass> Objects { get; } = [];
    }
}
