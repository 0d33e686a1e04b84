using Kantata.Spec.Collections;

namespace Kantata.Generator.CSharp;

/// <summary>A static field: <c>private static readonly Type Name = new(Arguments);</c></summary>
/// <param name="Type">The type.</param>
/// <param name="Name">The name.</param>
/// <param name="Arguments">What follows <c>new</c>, parentheses and object initializer included.</param>
internal sealed record StaticField(string Type, string Name, string Arguments);

/// <summary>A method whose body is one expression.</summary>
/// <param name="Signature">All from the type to the closing parenthesis.</param>
/// <param name="Body">The expression.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Attributes">The attributes with a blank behind each, or empty.</param>
internal sealed record Method(string Signature, string Body, Documentation Doc, string Attributes = "");

/// <summary>A query class.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Base">The class of the runtime that it derives from.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Methods">The methods, each of which returns the class.</param>
internal sealed record QueryClass(string Name, string Base, Documentation Doc, EquatableArray<Method> Methods);

/// <summary>A request model.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Base">The class of the runtime that it derives from.</param>
/// <param name="Writer">The class of the runtime that its members are written with.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Members">The members in the order in which they are written.</param>
/// <param name="Checks">The statements that check the members before anything is sent.</param>
/// <param name="NamedMembers">The members whose names the runtime cannot tell from the API's, as arms of a <c>switch</c> over those.</param>
/// <param name="Attributes">The attributes with a blank behind each, or empty.</param>
internal sealed record RequestClass(
    string Name,
    string Base,
    string Writer,
    Documentation Doc,
    EquatableArray<RequestMember> Members,
    EquatableArray<string> Checks,
    EquatableArray<string> NamedMembers,
    string Attributes)
{
    /// <summary>Whether there are members whose names the runtime cannot tell.</summary>
    public bool HasNamedMembers => !NamedMembers.IsEmpty;

    /// <summary>Whether there are statements that check the members.</summary>
    public bool HasChecks => !Checks.IsEmpty;
}

/// <summary>A member of a request model.</summary>
/// <param name="Name">The property.</param>
/// <param name="Modifier"><c>required </c> with its blank, or empty.</param>
/// <param name="Type">The type of the property.</param>
/// <param name="FieldType">The type of the field behind it.</param>
/// <param name="Field">The field behind it.</param>
/// <param name="Value">What the getter answers.</param>
/// <param name="Index">Its index among the members.</param>
/// <param name="Write">The statement that writes it.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Attributes">The attributes with a blank behind each, or empty.</param>
internal sealed record RequestMember(
    string Name,
    string Modifier,
    string Type,
    string FieldType,
    string Field,
    string Value,
    int Index,
    string Write,
    Documentation Doc,
    string Attributes);

/// <summary>A class that is read from JSON: an entity or an object inside one.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Base">The class of the runtime that it derives from.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="MemberNames">The names of the members in JSON, as arguments.</param>
/// <param name="Fields">The fields behind conditional members: <c>string? _title</c>.</param>
/// <param name="Properties">The properties.</param>
/// <param name="Reads">For each member, in the order of their names, the statement that reads it.</param>
internal sealed record ObjectClass(
    string Name,
    string Base,
    Documentation Doc,
    string MemberNames,
    EquatableArray<string> Fields,
    EquatableArray<Property> Properties,
    EquatableArray<string> Reads);

/// <summary>A property.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">The name.</param>
/// <param name="Accessors">The accessors, without the braces around them.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Attribute">The attribute with its brackets and a blank after it, or empty.</param>
internal sealed record Property(string Type, string Name, string Accessors, Documentation Doc, string Attribute = "");

/// <summary>An open set of values.</summary>
/// <param name="Name">The name of the struct.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Values">The values that the documents name.</param>
/// <param name="Attributes">The attributes with a blank behind each, or empty.</param>
internal sealed record ValueSet(string Name, Documentation Doc, EquatableArray<KnownValue> Values, string Attributes);

/// <summary>A value that the documents name.</summary>
/// <param name="Name">The property.</param>
/// <param name="Literal">The value as a C# literal.</param>
/// <param name="Doc">The documentation.</param>
internal sealed record KnownValue(string Name, string Literal, Documentation Doc);
