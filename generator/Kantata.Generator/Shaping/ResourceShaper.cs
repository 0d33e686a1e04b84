using System.Globalization;
using System.Text;
using Kantata.Generator.CSharp;
using Kantata.Spec;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes a resource: the class with its endpoint methods, and the queries and requests they take.</summary>
internal sealed class ResourceShaper(ShapingContext context, ObjectShaper objects, RequestShaper requests, QueryShaper queries)
{
    public ResourceFile Shape(ResourcePart part)
    {
        Resource resource = part.Resource;
        string className = context.Outline.ResourceTypes[resource.Key];
        Draft draft = new(
            resource,
            Identifier.Pascal(resource.Name),
            Identifier.Pascal(EnglishNoun.Singular(resource.Name)),
            new OperationNaming(resource, context.Outline.FindOverlayName),
            new NameScope(ReservedNames.ResourceMembers, className));
        Operation? selection = resource.Operations.FirstOrDefault(operation => draft.Naming.Name(operation) is { Kind: OperationKind.Get, Name: "Get" });
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
            Key = Literal.Of(resource.Key),
            Doc = new Documentation()
                .Summary(resource.Description.Length > 0 ? resource.Description : $"The resource {resource.Name}."),
            Fields = draft.Fields.ToEquatableArray(),
            Methods = draft.Methods.ToEquatableArray(),
            ListQueries = draft.ListQueries.ToEquatableArray(),
            EntityQueries = draft.EntityQueries.ToEquatableArray(),
            Requests = draft.Requests.ToEquatableArray(),
            Objects = draft.Objects.ToEquatableArray(),
            ValueSets = part.ValueSets,
        };
    }

    private void AddOperation(Draft draft, Operation operation)
    {
        MethodName named = draft.Naming.Name(operation);
        bool isList = named.Kind == OperationKind.List && context.Index.FindSubject(operation) is not null;
        string method = draft.MethodNames.Claim(isList ? named.Name : named.Name + "Async", "Operation");
        string stem = isList || !method.EndsWith("Async", StringComparison.Ordinal) ? method : method.Substring(0, method.Length - "Async".Length);
        string field = draft.FieldNames.Claim("s_" + Identifier.Field(stem).Substring(1), "Operation");
        draft.Fields.Add(new StaticField("Operation", field, OperationArguments(draft, operation, stem)));
        if (isList)
        {
            AddList(draft, operation, method, field);
        }
        else if (DeleteForm.Find(operation) is { } deletes && context.Index.FindTarget(operation) is { } target)
        {
            AddDeletes(draft, operation, deletes, context.TypeOf(target), method, field);
        }
        else if (ItemsToUpdate(operation, stem) is { } items && context.Index.FindSubject(operation) is { } subject)
        {
            AddUpdates(draft, operation, items, context.TypeOf(subject), method, field);
        }
        else
        {
            AddCall(draft, operation, named.Kind, method, stem, field);
        }
    }

    private string OperationArguments(Draft draft, Operation operation, string stem)
    {
        string format = operation.Response.Shape == ResponseShape.Collections && context.Index.FindSubject(operation) is not null
            ? ", " + FindFormat(draft, operation)
            : "";
        List<string> members = [];
        if (operation.Body is { Wrapper: { } wrapper })
        {
            members.Add("BodyKey = " + Literal.Of(wrapper));
        }

        DeleteForm? deletes = DeleteForm.Find(operation);
        Value? items = deletes?.Ids ?? ItemsToUpdate(operation, stem);
        BulkForm? many = operation.Body?.Bulk ?? (items is null ? null : new BulkForm(items.Name, items.MaxItems));
        if (many is not null)
        {
            members.Add("BulkKey = " + Literal.Of(many.Key));
        }

        if (deletes is { InQuery: true })
        {
            members.Add("BulkInQuery = true");
        }

        if (many is { MaxItems: { } limit })
        {
            members.Add("BulkLimit = " + limit.ToString(CultureInfo.InvariantCulture));
        }

        if (deletes is { AnswerKey: { } answer })
        {
            members.Add("BulkAnswerKey = " + Literal.Of(answer));
        }

        if (operation.HasOwnRateLimit)
        {
            members.Add("ThrottleGroup = " + Literal.Of(operation.Key));
        }

        string initializer = members.Count == 0 ? "" : " { " + string.Join(", ", members) + " }";
        return $"({Literal.Of(operation.Method)}, {Literal.Of(operation.Path)}{format}){initializer}";
    }

    /// <summary>The field that describes a response; operations that answer alike share it.</summary>
    private string FindFormat(Draft draft, Operation operation)
    {
        List<string> collections = [];
        foreach (ResponseCollection collection in operation.Response.Collections)
        {
            List<string> shapes = ShapesIn(operation, collection);
            if (shapes.Count > 0)
            {
                collections.Add($"new({Literal.Of(collection.Key)}, {string.Join(", ", shapes)})");
            }
        }

        string arguments = $"({Literal.Of(operation.Response.Collection!)}, [{string.Join(", ", collections)}])";
        if (!draft.Formats.TryGetValue(arguments, out string? name))
        {
            name = draft.FieldNames.Claim("s_format", "");
            draft.Formats.Add(arguments, name);
            draft.Fields.Insert(draft.Formats.Count - 1, new StaticField("ResponseFormat", name, arguments));
        }

        return name;
    }

    /// <summary>The shapes of the entities that can lie in one collection: its own first, then those that associations find there.</summary>
    private List<string> ShapesIn(Operation operation, ResponseCollection collection)
    {
        List<string> shapes = [];
        Add(collection.Entity);
        foreach (Include include in operation.Includes)
        {
            if (include.Collection == collection.Key)
            {
                Add(include.Entity);
            }
        }

        return shapes;

        void Add(string? name)
        {
            if (context.Index.FindEntity(name) is { } entity && context.Selection.Contains(entity) && context.ShapeOf(context.TypeOf(entity)) is var shape && !shapes.Contains(shape))
            {
                shapes.Add(shape);
            }
        }
    }

    private void AddList(Draft draft, Operation operation, string method, string field)
    {
        string entity = context.TypeOf(context.Index.FindSubject(operation)!);
        string extra = method == "List" ? "" : method.StartsWith("List", StringComparison.Ordinal) ? method.Substring("List".Length) : method;
        string type = context.TypeNames.Claim(draft.Plural + extra + "ListQuery", "Query");
        ParameterList parameters = new();
        IReadOnlyList<string> path = AddPathParameters(parameters, operation);
        ShapedQuery query = queries.ShapeList(type, draft.Resource, operation, entity);
        string chain = AddRequiredParameters(draft, operation, parameters, query.FilterNames);
        string source = string.Join(", ", [field, .. path]);
        draft.Methods.Add(new Method(
            $"{type} {method}({parameters.Declarations()})",
            $"new{(chain.Length == 0 ? "" : " " + type)}(Source({source})){chain}",
            parameters.Describe(Summary(operation)).Remarks(Provenance(operation))));
        draft.ListQueries.Add(new QueryClass(
            type,
            query.Base,
            new Documentation().Summary($"A query of `{operation.Key}`. Each method returns a new one; nothing is sent before it is enumerated."),
            query.Methods));
    }

    /// <summary>Makes parameters of what a request must have in its query, and answers the calls that set it.</summary>
    private string AddRequiredParameters(Draft draft, Operation operation, ParameterList parameters, IReadOnlyDictionary<string, string> filterNames)
    {
        StringBuilder chain = new();
        var required =
            from parameter in QueryShaper.Filters(operation)
            where parameter.IsRequired
            let type = queries.ArgumentType(draft.Resource, operation, parameter)
            where type is not null
            orderby type.StartsWith("Id<", StringComparison.Ordinal) descending
            select new { Type = type, Value = parameter };
        foreach (var parameter in required)
        {
            string name = parameters.Add(parameter.Type, parameter.Value.Name, ValueDocumentation.Of(parameter.Value));
            chain.Append('.').Append(filterNames[parameter.Value.Name]).Append('(').Append(name).Append(')');
        }

        return chain.ToString();
    }

    private void AddCall(Draft draft, Operation operation, OperationKind kind, string method, string stem, string field)
    {
        ParameterList parameters = new();
        string path = "[" + string.Join(", ", AddPathParameters(parameters, operation)) + "]";
        string query = "null";
        string? queryType = null;
        if (FindEntityQuery(draft, operation, stem) is { } entityQuery)
        {
            queryType = entityQuery.Type;
            string chain = AddRequiredParameters(draft, operation, parameters, entityQuery.FilterNames);
            query = chain.Length == 0 ? "query?.Invoke(new())" : $"(query is null ? new {queryType}() : query(new())){chain}";
        }

        string? request = null;
        string body = "null";
        ParameterList manyParameters = parameters.Copy();
        if (RequestShaper.HasModel(operation) && operation.Body is { } requestBody)
        {
            request = context.TypeNames.Claim(draft.Singular + stem + "Request", "Model");
            EquatableArray<RequestClass> classes = requests.Shape(request, draft.Resource, operation, requestBody);
            draft.Requests.AddRange(classes);
            body = AddBody(parameters, requestBody, classes[0], stem, kind);
        }

        AddTail(parameters, queryType);
        string result = ResultOf(draft, operation, stem, out string call, out string shape);
        draft.Methods.Add(new Method(
            $"{result} {method}({parameters.Declarations()})",
            $"{call}({field}, {path}, {query}, {body}, {shape}cancellationToken)",
            AddExceptions(parameters.Describe(Summary(operation)), request is not null).Remarks(Provenance(operation))));
        if (request is not null && operation.Body is { Bulk: { } bulk } && context.Index.FindSubject(operation) is { } subject)
        {
            AddBatches(draft, manyParameters, new BatchForm
            {
                Operation = operation,
                Method = draft.MethodNames.Claim(stem + "ManyAsync", "Batches"),
                Item = request,
                Word = bulk.Key,
                Limit = bulk.MaxItems,
                QueryType = queryType,
                Result = $"Task<IReadOnlyList<{context.TypeOf(subject)}>>",
                Call = $"SendBatchesAsync<{context.TypeOf(subject)}>({field}, {path}, {query}",
            });
        }
    }

    /// <summary>The list of which a body consists that changes many objects and nothing else; null of any other operation.</summary>
    private static Value? ItemsToUpdate(Operation operation, string stem) =>
        stem == "UpdateMany" && operation.Body is { Wrapper: null, Bulk: null, Fields: [{ Type: ValueType.Array, Members.IsEmpty: false } items] }
            && operation.Includes.IsEmpty && operation.OptionalFields.IsEmpty && !QueryShaper.Filters(operation).Any()
            ? items
            : null;

    private void AddUpdates(Draft draft, Operation operation, Value items, string entity, string method, string field)
    {
        ParameterList parameters = new();
        string path = "[" + string.Join(", ", AddPathParameters(parameters, operation)) + "]";
        string request = context.TypeNames.Claim(draft.Singular + "UpdateRequest", "Model");
        draft.Requests.AddRange(requests.ShapeItems(request, draft.Resource, operation, items));
        AddBatches(draft, parameters, new BatchForm
        {
            Operation = operation,
            Method = method,
            Item = request,
            Word = items.Name,
            Limit = items.MaxItems,
            Result = $"Task<IReadOnlyList<{entity}>>",
            Call = $"SendBatchesAsync<{entity}>({field}, {path}, null",
        });
    }

    private void AddDeletes(Draft draft, Operation operation, DeleteForm form, string entity, string method, string field)
    {
        ParameterList parameters = new();
        string path = "[" + string.Join(", ", AddPathParameters(parameters, operation)) + "]";
        AddBatches(draft, parameters, new BatchForm
        {
            Operation = operation,
            Method = method,
            Item = $"Id<{entity}>",
            Word = form.Ids.Name,
            Limit = form.Ids.MaxItems,
            Result = form.AnswerKey is null ? "Task" : $"Task<IReadOnlyList<Id<{entity}>>>",
            Call = $"DeleteBatchesAsync({field}, {path}",
        });
    }

    /// <summary>Makes a parameter of the request, or of the one field of which it consists, and answers the request to send.</summary>
    private static string AddBody(ParameterList parameters, RequestBody body, RequestClass request, string stem, OperationKind kind)
    {
        if (body.Wrapper is null && body.Fields.Count == 1 && body.Bulk is null)
        {
            RequestMember member = request.Members[0];
            string value = parameters.Add(member.Type.TrimEnd('?'), body.Fields[0].Name, ValueDocumentation.Of(body.Fields[0]));
            return $"new {request.Name} {{ {member.Name} = {value} }}";
        }

        string words = stem == "Update" ? "changes" : body.Wrapper ?? "request";

        // What an action is told beside its name is often nothing.
        return kind == OperationKind.Action && !body.Fields.Any(field => field.IsRequired)
            ? parameters.AddOptional(request.Name, words, "What to send.")
            : parameters.Add(request.Name, words, "What to send.");
    }

    private static void AddTail(ParameterList parameters, string? queryType)
    {
        if (queryType is not null)
        {
            parameters.AddQuery(queryType);
        }

        parameters.AddCancellationToken();
    }

    private static void AddBatches(Draft draft, ParameterList parameters, BatchForm form)
    {
        AddBatches(draft, "IEnumerable", parameters.Copy(), form);
        AddBatches(draft, "IAsyncEnumerable", parameters, form);
    }

    private static void AddBatches(Draft draft, string sequence, ParameterList parameters, BatchForm form)
    {
        string many = parameters.Add($"{sequence}<{form.Item}>", form.Word, "What to send; read once.");
        if (form.QueryType is not null)
        {
            parameters.AddQuery(form.QueryType);
        }

        parameters.AddProgress();
        parameters.AddCancellationToken();
        string limit = form.Limit is { } items ? $"in batches of {items.ToString(CultureInfo.InvariantCulture)}" : "in batches";
        Documentation doc = parameters
            .Describe(new Documentation().Summary($"{form.Operation.Title.TrimEnd('.')}: many, {limit}, in their order."))
            .Exception("KantataBatchException", "A batch failed; says what was done, what was refused and what was never sent.");
        draft.Methods.Add(new Method(
            $"{form.Result} {form.Method}({parameters.Declarations()})",
            $"{form.Call}, {many}, progress, cancellationToken)",
            AddExceptions(doc, hasBody: true).Remarks(Provenance(form.Operation))));
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
            case ResponseShape.Object or ResponseShape.Array or ResponseShape.Map when !operation.Response.Fields.IsEmpty:
                string noun = stem.StartsWith("Get", StringComparison.Ordinal) && stem.Length > 3 ? stem.Substring(3) : stem;
                string name = noun.IndexOf(draft.Singular, StringComparison.Ordinal) >= 0 ? noun : draft.Singular + noun;
                string answer = context.TypeNames.Claim(name.EndsWith("Result", StringComparison.Ordinal) ? name : name + "Result", "Object");
                draft.Objects.AddRange(objects.ShapeAnswer(answer, draft.Resource, operation));
                shape = context.ShapeOf(answer) + ", ";
                call = $"SendFor{operation.Response.Shape}Async<{answer}>";
                return operation.Response.Shape switch
                {
                    ResponseShape.Array => $"Task<IReadOnlyList<{answer}>>",
                    ResponseShape.Map => $"Task<IReadOnlyDictionary<string, {answer}>>",
                    _ => $"Task<{answer}>",
                };
            default:
                call = "SendForJsonAsync";
                return "Task<JsonElement>";
        }
    }

    /// <summary>Whether an operation that is no list answers several entities: it has neither an id in its path nor creates one.</summary>
    private static bool AnswersMany(Operation operation) =>
        operation.Response.AnswersMany || operation.Method != "POST" && operation.PathParameters.IsEmpty && !(operation.Method == "GET" && operation.Query.IsEmpty);

    /// <summary>
    /// The query class of an operation that is no list; null where it has nothing to ask for. Operations that can ask for the same
    /// as <c>Get</c> share its class.
    /// </summary>
    private EntityQueryType? FindEntityQuery(Draft draft, Operation operation, string stem)
    {
        QueryForm form = new(
            QueryShaper.Filters(operation).ToEquatableArray(),
            operation.Includes.Select(include => include.Name).ToEquatableArray(),
            operation.OptionalFields.Select(field => field.Name).ToEquatableArray());
        if (form.Filters.IsEmpty && form.Includes.IsEmpty && form.OptionalFields.IsEmpty)
        {
            return null;
        }

        EntityQueryType? query = draft.EntityQueryTypes.Find(known => known.Form == form);
        if (query is null)
        {
            string type = context.TypeNames.Claim(draft.Plural + (stem == "Get" ? "" : stem) + "Query", "Parameters");
            ShapedQuery shaped = queries.Shape(type, draft.Resource, operation);
            query = new EntityQueryType(form, type, shaped.FilterNames);
            draft.EntityQueryTypes.Add(query);
            draft.EntityQueries.Add(new QueryClass(
                type,
                shaped.Base,
                new Documentation().Summary($"What `{operation.Key}` can be asked for. Each method returns a new one."),
                shaped.Methods));
        }

        return query;
    }

    /// <summary>Makes parameters of what stands in the path, and answers the texts to put there.</summary>
    private List<string> AddPathParameters(ParameterList parameters, Operation operation)
    {
        List<string> texts = [];
        string[] segments = operation.Path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        for (int index = 0; index < segments.Length; index++)
        {
            if (segments[index][0] != '{')
            {
                continue;
            }

            string name = segments[index].Trim('{', '}');
            Value? parameter = operation.PathParameters.FirstOrDefault(candidate => candidate.Name == name);
            Entity? ofSegment = name == "id" && index > 0 ? context.Index.FindEntityOfCollection(segments[index - 1]) ?? context.Index.FindTarget(operation) : null;
            Entity? entity = ofSegment ?? context.Index.FindEntityOfIds(name, $"{operation.Key} {name}", operation.Includes);
            string type = entity is not null ? $"Id<{context.TypeOf(entity)}>" : parameter?.Type == ValueType.Integer ? "long" : "string";
            string text = parameter is null or { Description: "" } && name == "id" ? "The id." : parameter is null ? $"The API's `{name}`." : ValueDocumentation.Of(parameter);
            string variable = parameters.Add(type, name, text);
            texts.Add(type switch
            {
                "string" => variable,
                "long" => variable + ".ToString(System.Globalization.CultureInfo.InvariantCulture)",
                _ => variable + ".ToString()",
            });
        }

        return texts;
    }

    private static Documentation Summary(Operation operation)
    {
        string summary = FirstParagraph(operation.Description);
        return new Documentation().Summary(summary.Length > 0 ? summary : operation.Title);
    }

    private static string Provenance(Operation operation) => $"`{operation.Key}`, from `{operation.Document}`.";

    private static Documentation AddExceptions(Documentation doc, bool hasBody)
    {
        if (hasBody)
        {
            doc = doc.Exception("KantataRequestException", "The request breaks a rule of the documents; nothing was sent.");
        }

        return doc.Exception("KantataException", "The request failed.");
    }

    private static string FirstParagraph(string text)
    {
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? text : text.Substring(0, end);
    }

    /// <summary>An operation that takes many, as its methods for batches need it.</summary>
    private sealed record BatchForm
    {
        public required Operation Operation { get; init; }

        public required string Method { get; init; }

        /// <summary>The type of what is sent.</summary>
        public required string Item { get; init; }

        /// <summary>What the items are called, in the API's words.</summary>
        public required string Word { get; init; }

        /// <summary>How many one request takes; null where no document says.</summary>
        public int? Limit { get; init; }

        public string? QueryType { get; init; }

        public required string Result { get; init; }

        /// <summary>The call of the runtime, up to the items.</summary>
        public required string Call { get; init; }
    }

    private sealed record QueryForm(EquatableArray<Value> Filters, EquatableArray<string> Includes, EquatableArray<string> OptionalFields);

    private sealed record EntityQueryType(QueryForm Form, string Type, IReadOnlyDictionary<string, string> FilterNames);

    /// <summary>A resource file while it grows.</summary>
    private sealed class Draft(Resource resource, string plural, string singular, OperationNaming naming, NameScope methodNames)
    {
        public Resource Resource { get; } = resource;

        public string Plural { get; } = plural;

        public string Singular { get; } = singular;

        public OperationNaming Naming { get; } = naming;

        public NameScope MethodNames { get; } = methodNames;

        public NameScope FieldNames { get; } = new();

        public Dictionary<string, string> Formats { get; } = new(StringComparer.Ordinal);

        public List<EntityQueryType> EntityQueryTypes { get; } = [];

        public List<StaticField> Fields { get; } = [];

        public List<Method> Methods { get; } = [];

        public List<QueryClass> ListQueries { get; } = [];

        public List<QueryClass> EntityQueries { get; } = [];

        public List<RequestClass> Requests { get; } = [];

        public List<ObjectClass> Objects { get; } = [];
    }
}
