using System.Text;
using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>A field of an object as a class holds it.</summary>
/// <param name="Type">The type of its property, without the question mark.</param>
/// <param name="Value">What reads it without asking whether it was received, by its property or the field behind that; an id that is none is empty.</param>
/// <param name="Bit">The bit that remembers whether it was received; null where nothing need be remembered.</param>
internal sealed record FieldSlot(string Type, string Value, int? Bit);

/// <summary>Collects the members of one class that is read from JSON.</summary>
internal sealed class ClassBuilder
{
    private readonly StringBuilder _memberNames = new();
    private readonly List<string> _fields = [];
    private readonly List<Property> _properties = [];
    private readonly List<string> _reads = [];
    private int _bits;

    /// <summary>Adds what reads a member.</summary>
    public void AddRead(string jsonName, string read)
    {
        _memberNames.Append(", ").Append(Literal.Of(jsonName));
        _reads.Add(read);
    }

    /// <summary>Adds a property that is not read from JSON.</summary>
    public void AddProperty(Property property) => _properties.Add(property);

    /// <summary>Adds a field: as a plain property, or where it depends on an include or on being asked for, as one that knows.</summary>
    public FieldSlot AddField(Value field, CSharpType type, string name, string backing, Documentation doc)
    {
        if (field.WhenIncluded is null && !field.IsOptionalField)
        {
            AddRead(field.Name, $"{name} = json.{type.Read};");
            _properties.Add(new Property(type.Name + "?", name, "get; set;", doc));
            return new FieldSlot(type.Name, type.IsId ? $"{name} ?? default" : name, Bit: null);
        }

        int bit = _bits++;
        (string check, doc) = field.WhenIncluded is { } association
            ? ($"NeedsInclude({bit}, {Literal.Of(association)})", doc.Exception("AssociationNotIncludedException", "The query did not include it."))
            : ($"NeedsOptionalField({bit}, {Literal.Of(field.Name)})", doc.Exception("FieldNotRequestedException", "The query did not ask for it."));

        // An empty id says that there is none, which spares the field the eight bytes of being nullable.
        (string fieldType, string read, string get, string set) = type.IsId
            ? (type.Name, $"json.ReadId(ref {backing})", $"{backing}.OrNull", "value ?? default")
            : (type.Name + "?", $"{backing} = json.{type.Read}", backing, "value");
        AddRead(field.Name, $"{read}; Receive({bit});");
        _fields.Add($"{fieldType} {backing}");
        _properties.Add(new Property(
            type.Name + "?",
            name,
            $"get {{ {check}; return {get}; }} set {{ {backing} = {set}; Receive({bit}); }}",
            doc,
            Availability.With(name, field.WhenIncluded is { } included ? Identifier.Include(included) : Identifier.OptionalField(field.Name))));
        return new FieldSlot(type.Name, backing, bit);
    }

    /// <summary>The class.</summary>
    public ObjectClass Build(string name, string baseClass, Documentation doc) => new(
        name,
        baseClass,
        doc,
        _memberNames.ToString(),
        _fields.ToEquatableArray(),
        _properties.ToEquatableArray(),
        _reads.ToEquatableArray());
}
