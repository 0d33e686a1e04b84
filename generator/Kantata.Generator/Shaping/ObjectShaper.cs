using Kantata.Generator.CSharp;
using Kantata.Spec;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes what is read from JSON: entities, the objects nested in them, and answers that are no entities.</summary>
internal sealed class ObjectShaper(ShapingContext context)
{
    /// <summary>The classes of an entity: its own first, then those of its nested objects.</summary>
    public EquatableArray<ObjectClass> ShapeEntity(Entity entity)
    {
        string type = context.TypeOf(entity);
        string description = entity.Description.Length > 0 ? entity.Description : entity.Title.Length > 0 ? entity.Title : entity.Name;
        Owner owner = new(
            type,
            entity.Name,
            context.Index.AssociationsOf(entity).ToArray(),
            path => context.ValueSets.FindType(entity, path));
        List<ObjectClass> classes = [];
        AddClass(
            classes,
            owner,
            type,
            "",
            entity.Fields.Where(field => field.Name != "id"),
            new Documentation().Summary(description).Remarks($"The entity `{entity.Name}` of `{entity.Document}`."),
            isEntity: true);
        return classes.ToEquatableArray();
    }

    /// <summary>The classes of an answer that is a plain object: its own first.</summary>
    public EquatableArray<ObjectClass> ShapeAnswer(string type, Resource resource, Operation operation)
    {
        Owner owner = new(type, operation.Key, [], path => context.ValueSets.FindType(resource, operation, path));
        List<ObjectClass> classes = [];
        AddClass(
            classes,
            owner,
            type,
            "",
            operation.Response.Fields,
            new Documentation().Summary($"What `{operation.Key}` answers."),
            isEntity: false);
        return classes.ToEquatableArray();
    }

    private void AddClass(List<ObjectClass> classes, Owner owner, string type, string prefix, IEnumerable<Value> fields, Documentation doc, bool isEntity)
    {
        int position = classes.Count;
        NameScope names = new(isEntity ? ReservedNames.EntityMembers : ReservedNames.ObjectMembers, type);
        NameScope fieldNames = new();
        ClassBuilder builder = new();
        if (isEntity)
        {
            builder.AddRead("id", $"Id = json.Id<{type}>() ?? default;");
        }

        Dictionary<string, FieldSlot> slots = new(StringComparer.Ordinal);
        foreach (Value field in fields)
        {
            string path = prefix + field.Name;
            CSharpType fieldType = MapField(classes, owner, field, path);
            bool namesItsAssociation = field.WhenIncluded == field.Name;
            string wanted = Identifier.Pascal(field.Name);
            if (namesItsAssociation)
            {
                wanted = field.Type == ValueType.Array ? Identifier.Pascal(EnglishNoun.Singular(field.Name)) + "Ids" : wanted + "Id";
            }

            string name = names.Claim(wanted, "Value");
            string backing = fieldNames.Claim(Identifier.Field(name), "Value");
            FieldSlot slot = builder.AddField(field, fieldType, name, backing, new Documentation().Summary(ValueDocumentation.Of(field)));
            slots[field.Name] = slot;
            if (field.WhenIncluded is { } association)
            {
                slots["include " + association] = slot;
            }
        }

        int assignedSlot = 0;
        foreach (Include include in prefix.Length == 0 ? owner.Associations : [])
        {
            if (AddAssociation(builder, names, slots, include, assignedSlot))
            {
                assignedSlot++;
            }
        }

        classes.Insert(position, builder.Build(type, isEntity ? $"KantataEntity<{type}>" : "KantataObject", doc));
    }

    private CSharpType MapField(List<ObjectClass> classes, Owner owner, Value field, string path)
    {
        if (!field.Members.IsEmpty && field.Type is ValueType.Object or ValueType.Array or ValueType.Map)
        {
            string words = field.Type == ValueType.Object ? path : EnglishNoun.Singular(path);
            string nested = context.TypeNames.Claim(owner.Type + Identifier.Pascal(words), "Object");
            AddClass(
                classes,
                owner,
                nested,
                path + ".",
                field.Members,
                new Documentation().Summary(ValueDocumentation.Of(field)),
                isEntity: false);
            string shape = context.ShapeOf(nested);
            return field.Type switch
            {
                ValueType.Array => new($"IReadOnlyList<{nested}>", IsValueType: false, $"Objects<{nested}>({shape})", ""),
                ValueType.Map => new($"IReadOnlyDictionary<string, {nested}>", IsValueType: false, $"Map<{nested}>({shape})", ""),
                _ => new(nested, IsValueType: false, $"Object<{nested}>({shape})", ""),
            };
        }

        Include? include = owner.Associations.FirstOrDefault(association => association.Name == field.WhenIncluded);
        Entity? entity = include is not null
            ? context.Index.FindEntity(include.Entity)
            : context.Index.FindEntityOfIds(field.Name, $"{owner.Address}.{path}", owner.Associations);
        return TypeMap.Of(field, entity is null ? null : context.TypeOf(entity), owner.FindValueSet(path));
    }

    private bool AddAssociation(ClassBuilder builder, NameScope names, Dictionary<string, FieldSlot> slots, Include include, int assignedSlot)
    {
        bool hasIds = slots.TryGetValue("include " + include.Name, out FieldSlot? ids)
            || (include.IdField is { } idField && slots.TryGetValue(idField, out ids))
            || slots.TryGetValue(include.Name + "_id", out ids)
            || slots.TryGetValue(include.Name + "_ref", out ids);
        if (!hasIds || ids is null)
        {
            return false;
        }

        Entity? entity = context.Index.FindEntity(include.Entity);
        string type = entity is not null && context.Selection.Contains(entity) && include.Collection is not null ? context.TypeOf(entity) : "";
        string association = Literal.Of(include.Name);
        string received = ids.Bit is { } bit ? $", Received({bit})" : "";
        string argument = $"{Literal.Of(include.Collection ?? "")}, {ids.Value}{received}";
        (string PropertyType, string Getter, string Suffix)? shape =
            type.Length > 0 && ids.Type == $"Id<{type}>" ? (type + "?", $"One({assignedSlot}, {association}, {argument})", "Object")
            : type.Length > 0 && ids.Type == $"IReadOnlyList<Id<{type}>>" ? ($"IReadOnlyList<{type}>", $"Many({assignedSlot}, {association}, {argument})", "Objects")
            : ids.Type == "KantataReference" ? ("KantataEntity?", $"OneOf({assignedSlot}, {association}, {ids.Value}{received})", "Object")
            : null;
        if (shape is not { } property)
        {
            return false;
        }

        Documentation doc = new Documentation()
            .Summary(include.Description.Length > 0 ? include.Description : $"The association `{include.Name}`.")
            .Exception("AssociationNotIncludedException", "The query did not include it.");
        string name = names.Claim(Identifier.Pascal(include.Name), property.Suffix);
        builder.AddProperty(new Property(
            property.PropertyType,
            name,
            $"get => {property.Getter}; set => Assign({assignedSlot}, value);",
            doc,
            Availability.With(name, Identifier.Include(include.Name))));
        return true;
    }

    /// <summary>What the classes of one entity or answer have in common.</summary>
    private sealed record Owner(string Type, string Address, IReadOnlyList<Include> Associations, Func<string, string?> FindValueSet);
}
