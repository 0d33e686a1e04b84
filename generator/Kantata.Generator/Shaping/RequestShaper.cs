using Kantata.Generator.CSharp;
using Kantata.Spec;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes the bodies of requests.</summary>
internal sealed class RequestShaper(ShapingContext context)
{
    /// <summary>The media type of bodies that carry files.</summary>
    public const string MultipartForm = "multipart/form-data";

    /// <summary>The class of a body and those of the objects in it that no other operation shares: its own first.</summary>
    public EquatableArray<RequestClass> Shape(string type, Resource resource, Operation operation, RequestBody body) =>
        Shape(type, resource, operation, "", body.Fields, $"What `{operation.Key}` takes: members that are not set are not sent.");

    /// <summary>The class of the objects of which a body is a list, and those of the objects in them.</summary>
    public EquatableArray<RequestClass> ShapeItems(string type, Resource resource, Operation operation, Value list) =>
        Shape(type, resource, operation, list.Name + ".", list.Members, $"What `{operation.Key}` takes many of: members that are not set are not sent.");

    /// <summary>The classes that operations share, by name.</summary>
    public EquatableArray<RequestClass> Shape(EquatableArray<SharedRequest> shared)
    {
        List<RequestClass> classes = [];
        foreach (SharedRequest request in shared)
        {
            Documentation doc = new Documentation().Summary(ValueDocumentation.Of(request.Field));
            AddClass(classes, request.Resource, request.Operation, request.Type, request.Path + ".", request.Field.Members, doc);
        }

        return classes.OrderBy(request => request.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>Whether an operation takes a body that is made of fields.</summary>
    public static bool HasModel(Operation operation) => operation.Body is { ContentType: "application/json" or MultipartForm, Fields.IsEmpty: false };

    /// <summary>Whether a field of a body is an object, or holds objects.</summary>
    public static bool HasMembers(Value field) => !field.Members.IsEmpty && field.Type is ValueType.Object or ValueType.Array or ValueType.Map;

    private EquatableArray<RequestClass> Shape(string type, Resource resource, Operation operation, string prefix, EquatableArray<Value> fields, string summary)
    {
        List<RequestClass> classes = [];
        AddClass(classes, resource, operation, type, prefix, fields, new Documentation().Summary(summary));
        return classes.ToEquatableArray();
    }

    private void AddClass(List<RequestClass> classes, Resource resource, Operation operation, string type, string prefix, EquatableArray<Value> fields, Documentation doc)
    {
        int position = classes.Count;
        bool isForm = prefix.Length == 0 && operation.Body?.ContentType == MultipartForm;
        NameScope names = new(ReservedNames.RequestMembers, type);
        NameScope fieldNames = new();
        List<CSharpType> types = [];
        List<RequestMember> members = [];
        List<string> nestedChecks = [];
        List<string> namedMembers = [];
        foreach (Value field in fields)
        {
            string path = prefix + field.Name;
            int index = members.Count;
            CSharpType fieldType = MapField(classes, resource, operation, type, field, path, isForm);
            string name = names.Claim(Identifier.Pascal(field.Name), "Value");
            string backing = fieldNames.Claim(Identifier.Field(name), "Value");
            string nullable = fieldType.Name + "?";
            bool holdsValue = field.IsRequired && fieldType.IsValueType;
            types.Add(fieldType);
            members.Add(new RequestMember(
                name,
                field.IsRequired ? "required " : "",
                field.IsRequired ? fieldType.Name : nullable,
                holdsValue ? fieldType.Name : nullable,
                backing,
                field.IsRequired && !fieldType.IsValueType ? backing + "!" : backing,
                index,
                $"if (IsSet({index})) body.{fieldType.Write}({Literal.Of(field.Name)}, {backing});",
                new Documentation().Summary(ValueDocumentation.Of(field)),
                Attributes: ""));
            AddFieldChecks(nestedChecks, field, fieldType, members[index]);
            if (!Identifier.IsPlain(field.Name) || name != Identifier.Pascal(field.Name))
            {
                namedMembers.Add($"{Literal.Of(field.Name)} => {Literal.Of(name)},");
            }
        }

        RequestChecks conditions = new(fields, types, members);
        RequestMember[] described =
            [.. members.Select((member, index) => member with { Attributes = LimitAttributes(fields[index], member) + conditions.Attribute(index) })];
        classes.Insert(position, new RequestClass(
            type,
            isForm ? "FormModel" : "RequestModel",
            isForm ? "FormWriter" : "RequestWriter",
            doc,
            described.ToEquatableArray(),
            conditions.Statements().Concat(nestedChecks).ToEquatableArray(),
            namedMembers.ToEquatableArray(),
            conditions.GroupAttributes()));
    }

    private CSharpType MapField(List<RequestClass> classes, Resource resource, Operation operation, string owner, Value field, string path, bool isPartOfForm)
    {
        if (HasMembers(field))
        {
            string nested = NestedType(classes, resource, operation, owner, field, path);
            return field.Type switch
            {
                ValueType.Array => new($"IReadOnlyList<{nested}>", IsValueType: false, "", "WriteObjects"),
                ValueType.Map => new($"IReadOnlyDictionary<string, {nested}>", IsValueType: false, "", $"WriteObjectMap<{nested}>"),
                _ => new(nested, IsValueType: false, "", "WriteObject"),
            };
        }

        Entity? subject = context.Index.FindSubject(operation);
        IEnumerable<Include> includes = subject is null ? operation.Includes : context.Index.AssociationsOf(subject);
        Entity? entity = field is { Name: "ids", List: ListKind.Ids }
            ? context.Index.FindTarget(operation)
            : context.Index.FindEntityOfIds(field.Name, $"{operation.Key} {path}", includes);
        return TypeMap.OfRequest(field, entity is null ? null : context.TypeOf(entity), context.ValueSets.FindType(resource, operation, path), isPartOfForm);
    }

    private string NestedType(List<RequestClass> classes, Resource resource, Operation operation, string owner, Value field, string path)
    {
        if (context.Outline.SharedRequests.Find(operation, path) is { } shared && HaveSameForm(shared.Field.Members, field.Members))
        {
            return shared.Type;
        }

        string stem = owner.EndsWith("Request", StringComparison.Ordinal) ? owner.Substring(0, owner.Length - "Request".Length) : owner;
        string words = field.Type == ValueType.Object ? field.Name : EnglishNoun.Singular(field.Name);
        string nested = context.TypeNames.Claim(stem + Identifier.Pascal(words), "Request");
        AddClass(classes, resource, operation, nested, path + ".", field.Members, new Documentation().Summary(ValueDocumentation.Of(field)));
        return nested;
    }

    private static void AddFieldChecks(List<string> checks, Value field, CSharpType type, RequestMember member)
    {
        if (!field.Members.IsEmpty && field.Type is ValueType.Object or ValueType.Array or ValueType.Map)
        {
            checks.Add($"check.Nested({Literal.Of(field.Name)}, {member.Field});");
        }

        if (MostItems(field, type.Name) is { } items)
        {
            checks.Add($"check.MaxItems({member.Index}, {member.Field}?.Count, {Invariant(items)}, {Literal.Of(member.Name)});");
        }

        if (MostCharacters(field, type.Name) is { } length)
        {
            checks.Add($"check.MaxLength({member.Index}, {member.Field}, {Invariant(length)}, {Literal.Of(member.Name)});");
        }

        if (HasBounds(field, type.Name))
        {
            string minimum = field.Minimum is { } least ? Invariant(least) + "m" : "null";
            string maximum = field.Maximum is { } most ? Invariant(most) + "m" : "null";
            checks.Add($"check.Range({member.Index}, {member.Field}, {minimum}, {maximum}, {Literal.Of(member.Name)});");
        }
    }

    /// <summary>The limits of a member as attributes.</summary>
    private static string LimitAttributes(Value field, RequestMember member)
    {
        string type = member.FieldType.TrimEnd('?');
        string items = MostItems(field, type) is { } count ? $"[MaxItems({Invariant(count)})] " : "";
        string characters = MostCharacters(field, type) is { } length ? $"[MaxCharacters({Invariant(length)})] " : "";
        string minimum = field.Minimum is { } least ? Invariant(least) : "double.NegativeInfinity";
        string maximum = field.Maximum is { } most ? Invariant(most) : "double.PositiveInfinity";
        return items + characters + (HasBounds(field, type) ? $"[Bounds({minimum}, {maximum})] " : "");
    }

    private static int? MostItems(Value field, string type) =>
        field.Type == ValueType.Array && type.StartsWith("IReadOnlyList<", StringComparison.Ordinal) ? field.MaxItems : null;

    private static int? MostCharacters(Value field, string type) => type == TypeMap.Text.Name ? field.MaxLength : null;

    private static bool HasBounds(Value field, string type) => (field.Minimum is not null || field.Maximum is not null) && type is "long" or "decimal";

    private static string Invariant(IFormattable number) => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether two objects have the same members, however they are described.</summary>
    private static bool HaveSameForm(EquatableArray<Value> left, EquatableArray<Value> right)
    {
        bool isSame = left.Count == right.Count;
        for (int index = 0; isSame && index < left.Count; index++)
        {
            isSame = HaveSameForm(left[index], right[index]);
        }

        return isSame;
    }

    private static bool HaveSameForm(Value left, Value right) =>
        left with { Description = "", Members = default } == right with { Description = "", Members = default }
        && HaveSameForm(left.Members, right.Members);
}
