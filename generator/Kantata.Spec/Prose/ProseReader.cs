using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Prose;

/// <summary>
/// Reads the set phrases of the documents. What they do not say beyond doubt is not claimed: a fact missed leaves a plain
/// string, a fact claimed wrongly refuses what the API takes.
/// </summary>
internal sealed class ProseReader
{
    private readonly ProseTokenizer _tokenizer = new();

    /// <summary>A text as tokens, valid until the next text is read.</summary>
    public ProseText Read(string text) => _tokenizer.Read(text);

    /// <summary>What the text of a parameter says.</summary>
    public ProseFacts ReadParameter(string name, ValueType type, string text)
    {
        ProseText prose = _tokenizer.Read(text);
        return ReadInput(prose, name, type, isParameter: true) with
        {
            Needs = TogetherReader.ReadNeeds(prose),
            Excludes = TogetherReader.ReadExcludes(prose),
            IgnoresOrder = TogetherReader.ReadIgnoresOrder(prose),
        };
    }

    /// <summary>What the text of a field of a request says.</summary>
    public ProseFacts ReadRequestField(string name, ValueType type, string text) => ReadInput(_tokenizer.Read(text), name, type, isParameter: false);

    /// <summary>What the text of a field of an entity says.</summary>
    public ProseFacts ReadField(string name, ValueType type, string text)
    {
        ProseText prose = _tokenizer.Read(text);
        return ReadValue(prose, name, type, isParameter: false) with
        {
            RequiredWhen = RequirementReader.ReadCondition(prose),
            WhenIncluded = AvailabilityReader.ReadAssociation(prose),
            IsOptionalField = AvailabilityReader.ReadOptionalField(prose),
        };
    }

    private static ProseFacts ReadInput(in ProseText prose, string name, ValueType type, bool isParameter) => ReadValue(prose, name, type, isParameter) with
    {
        IsRequired = RequirementReader.ReadAlways(prose),
        RequiredWhen = RequirementReader.ReadCondition(prose),
        AtLeastOneOf = RequirementReader.ReadAtLeastOneOf(prose),
    };

    private static ProseFacts ReadValue(in ProseText prose, string name, ValueType type, bool isParameter)
    {
        var facts = new ProseFacts
        {
            Unit = UnitReader.Read(prose, name, type),
            IsNullable = MarkReader.ReadNullable(prose),
            IsDeprecated = MarkReader.ReadDeprecated(prose),
        };

        if (prose.Count == 0 || type is ValueType.Object or ValueType.Map or ValueType.Reference)
        {
            return facts;
        }

        bool isText = type == ValueType.String;
        bool isArray = type == ValueType.Array;
        bool isNumber = type is ValueType.Integer or ValueType.Number;

        // A query has no arrays: what is declared as one is sent as a list, too.
        ListKind list = isText || (isArray && isParameter) ? ListReader.Read(prose, name) : ListKind.None;
        ValueFormat grammar = isText && isParameter ? GrammarReader.Read(prose) : ValueFormat.None;
        ValueFormat format = grammar != ValueFormat.None ? grammar
            : isText || isArray ? FormatReader.Read(prose, name)
            : ValueFormat.None;
        if (grammar != ValueFormat.None || format is ValueFormat.DateRange or ValueFormat.OpenDateRange or ValueFormat.DateTimeRange)
        {
            // "two days, separated by a comma" would be a list; a pattern is a pattern, whatever else is said.
            list = ListKind.None;
        }
        else if (list == ListKind.Dates || (list == ListKind.Strings && format == ValueFormat.Date))
        {
            (list, format) = (ListKind.Dates, ValueFormat.Date);
        }
        else if (list is ListKind.Ids or ListKind.Numbers)
        {
            format = ValueFormat.None;
        }

        bool canHaveKnownValues = format == ValueFormat.None
            && list is ListKind.None or ListKind.Strings
            && type is not ValueType.Boolean;
        EquatableArray<string> knownValues = canHaveKnownValues ? KnownValuesReader.Read(prose, name, type) : default;
        (decimal? minimum, decimal? maximum) = isNumber ? LimitsReader.ReadRange(prose) : (null, null);

        return facts with
        {
            List = list,
            Items = isArray ? ItemsReader.Read(prose) : null,
            Unit = facts.Unit ?? (list == ListKind.Numbers ? UnitReader.Read(prose, name, ValueType.Number) : null),
            MaxItems = list != ListKind.None || isArray ? ListReader.ReadLimit(prose) : null,
            Format = format,
            KnownValues = knownValues,
            Default = isArray ? null : DefaultReader.Read(prose, type, knownValues),
            Minimum = minimum,
            Maximum = maximum,
            MaxLength = isText && list == ListKind.None ? LimitsReader.ReadLength(prose) : null,
        };
    }
}
