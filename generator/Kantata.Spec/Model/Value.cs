using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>A parameter, a field of a request or a field of an entity.</summary>
public sealed record Value
{
    /// <summary>The name: <c>amount_in_cents</c>. Never dotted: members of an object are its <see cref="Members"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The JSON type that the documents declare.</summary>
    public required ValueType Type { get; init; }

    /// <summary>
    /// The type of the items where <see cref="Type"/> is <see cref="ValueType.Array"/>, and of the values where it is
    /// <see cref="ValueType.Map"/>; null where no document says.
    /// </summary>
    public ValueType? Items { get; init; }

    /// <summary>How a string, or each item of a list, is written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>
    /// What a string, or an array in a query, holds a comma-separated list of; <see cref="ListKind.None"/> where it holds one
    /// value.
    /// </summary>
    public ListKind List { get; init; }

    /// <summary>The most items in the list or array.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The values that the documents name, in published order; servers may answer others.</summary>
    public EquatableArray<string> KnownValues { get; init; }

    /// <summary>What holds when it is left out, as published.</summary>
    public string? Default { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest number allowed.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The most characters allowed.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether a request must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What else makes it required.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>Whether the documents say that it can be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The association that must be included for a response to carry it: <c>story</c>.</summary>
    public string? WhenIncluded { get; init; }

    /// <summary>Whether it must be asked for with <c>optional_fields</c>.</summary>
    public bool IsOptionalField { get; init; }

    /// <summary>The unit of a number: <c>cents</c>, <c>minutes</c>, <c>percent</c>; null where no document says.</summary>
    public string? Unit { get; init; }

    /// <summary>The parameter without which this one does nothing; null where there is none.</summary>
    public string? Needs { get; init; }

    /// <summary>The parameter that cannot be given together with this one; null where there is none.</summary>
    public string? Excludes { get; init; }

    /// <summary>Whether the results come by relevance where this parameter is given, so that no order holds.</summary>
    public bool IgnoresOrder { get; init; }

    /// <summary>Whether the documents call it deprecated.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>What the documents say of it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The members of an object, or of each object in an array or a map.</summary>
    public EquatableArray<Value> Members { get; init; }
}

/// <summary>The JSON types of a value.</summary>
public enum ValueType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An object with named members.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object whose member names are data.</summary>
    Map,

    /// <summary>An object of <c>key</c> and <c>id</c> that names an entity in a collection.</summary>
    Reference,

    /// <summary>Anything: the documents give several shapes, or none.</summary>
    Any,
}

/// <summary>The ways in which a value is written.</summary>
public enum ValueFormat
{
    /// <summary>As its type says.</summary>
    None,

    /// <summary>A day: <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>An instant in ISO 8601.</summary>
    DateTime,

    /// <summary>Two days, both included: <c>YYYY-MM-DD:YYYY-MM-DD</c>.</summary>
    DateRange,

    /// <summary>Two days, either of which may be left out: <c>YYYY-MM-DD;YYYY-MM-DD</c>.</summary>
    OpenDateRange,

    /// <summary>Two instants, both included.</summary>
    DateTimeRange,

    /// <summary>The bytes of a file.</summary>
    Binary,

    /// <summary>JSON held in a string.</summary>
    Json,

    /// <summary>Choices of custom fields: <c>FIELD:CHOICE,CHOICE</c> or <c>FIELD:blank</c>, several as <c>(…):(…)</c>.</summary>
    CustomFieldChoices,

    /// <summary>Amounts in custom fields: <c>FIELD:AMOUNT:CURRENCY</c>, several as <c>(…):(…)</c>.</summary>
    CustomFieldAmounts,

    /// <summary>Days in custom fields: <c>FIELD:FROM:TO</c>, several as <c>(…):(…)</c>.</summary>
    CustomFieldDates,

    /// <summary>Numbers in custom fields: <c>FIELD:NUMBER</c>, several as <c>(…):(…)</c>.</summary>
    CustomFieldNumbers,

    /// <summary>Ranges of numbers in custom fields: <c>FIELD:MIN:MAX</c>, several parted by semicolons.</summary>
    CustomFieldRanges,

    /// <summary>Texts in custom fields: <c>FIELD:TEXT</c> or <c>FIELD</c>, several as <c>(…):(…)</c>.</summary>
    CustomFieldTexts,

    /// <summary>Organizations of two kinds: <c>GEO,GEO;DEPT,DEPT</c>.</summary>
    OrganizationIds,

    /// <summary>A project and two days: <c>WORKSPACE:START:END</c>.</summary>
    TimesheetGap,

    /// <summary>Skills and their levels: <c>{'SKILL':[LEVEL,LEVEL],'operation':'or'}</c>.</summary>
    SkillLevels,

    /// <summary>Skills and their levels as JSON: <c>{"ids":[234],"234":[3],"operation":"and"}</c>.</summary>
    SkillLevelsJson,
}

/// <summary>What a comma-separated list holds.</summary>
public enum ListKind
{
    /// <summary>It is no list.</summary>
    None,

    /// <summary>Ids of one entity.</summary>
    Ids,

    /// <summary>Texts.</summary>
    Strings,

    /// <summary>Days.</summary>
    Dates,

    /// <summary>Numbers.</summary>
    Numbers,
}
