using System.Globalization;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Operations;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Overlays;

/// <summary>Applies the facts of overlay entries, each named by a word of the overlay's format.</summary>
internal sealed class OverlayFacts
{
    /// <summary>The fact that takes an element away.</summary>
    public const string Remove = "remove";

    /// <summary>The fact that adds an element which no document has.</summary>
    public const string Add = "add";

    private readonly ProseReader _prose = new();

    /// <summary>What a subject is called in messages.</summary>
    public static string Describe(OverlaySubject subject) => subject switch
    {
        OverlaySubject.Operation => "operation",
        OverlaySubject.PathParameter => "path parameter",
        OverlaySubject.QueryParameter => "query parameter",
        OverlaySubject.Order => "order",
        OverlaySubject.Include => "include",
        OverlaySubject.OptionalField => "optional field",
        OverlaySubject.Body => "body",
        OverlaySubject.BodyField => "body field",
        OverlaySubject.Response => "response",
        OverlaySubject.ResponseCollection => "response collection",
        OverlaySubject.ResponseField => "response field",
        OverlaySubject.Entity => "entity",
        _ => "entity field",
    };

    /// <summary>Whether a fact can be said of a subject and has a value that can be read.</summary>
    public bool IsReadable(OverlaySubject subject, OverlayFact fact)
    {
        if (fact.Key is Remove or Add)
        {
            return fact.Values.Count == 1 && fact.Values[0] == "true"
                && subject is not (OverlaySubject.Operation or OverlaySubject.Entity or OverlaySubject.Order or OverlaySubject.Body or OverlaySubject.Response);
        }

        return subject switch
        {
            OverlaySubject.Operation => TryApply(new Operation { Method = "", Path = "", Title = "", Document = "", Response = Unknown }, fact, out _),
            OverlaySubject.Order => TryApply(new Ordering(default, null), fact, out _),
            OverlaySubject.Include => TryApply(new Include { Name = "", Entity = "" }, fact, out _),
            OverlaySubject.Body => TryApply(new RequestBody(), fact, out _),
            OverlaySubject.Response => TryApply(Unknown, fact, out _),
            OverlaySubject.ResponseCollection => TryApply(new ResponseCollection("", null), fact, out _),
            OverlaySubject.Entity => TryApply(new Entity { Name = "", Document = "" }, fact, out _),
            _ => TryApply(new Value { Name = "", Type = ValueType.String }, fact, out _),
        };
    }

    private static Response Unknown { get; } = new() { Shape = ResponseShape.Unknown };

    /// <summary>Applies a fact to a parameter or field.</summary>
    public bool TryApply(Value value, OverlayFact fact, out Value applied)
    {
        string? text = fact.Values.Count == 1 ? fact.Values[0] : null;
        Value? result = fact.Key switch
        {
            "type" => text is null ? null : WithType(value, text),
            "format" => TryReadFormat(text, out ValueFormat format) ? value with { Format = format } : null,
            "list" => TryReadList(text, out ListKind list) ? value with { List = list } : null,
            "max_items" => TryReadCount(fact, out int? items) ? value with { MaxItems = items } : null,
            "max_length" => TryReadCount(fact, out int? length) ? value with { MaxLength = length } : null,
            "values" => value with { KnownValues = fact.Values },
            "default" => fact.Values.Count < 2 ? value with { Default = text } : null,
            "minimum" => TryReadNumber(fact, out decimal? minimum) ? value with { Minimum = minimum } : null,
            "maximum" => TryReadNumber(fact, out decimal? maximum) ? value with { Maximum = maximum } : null,
            "required" => TryReadBoolean(text, out bool isRequired) ? value with { IsRequired = isRequired } : null,
            "required_when" => TryReadCondition(value, fact, out Condition? condition) ? value with { RequiredWhen = condition } : null,
            "nullable" => TryReadBoolean(text, out bool isNullable) ? value with { IsNullable = isNullable } : null,
            "when_included" => fact.Values.Count < 2 ? value with { WhenIncluded = text } : null,
            "optional_field" => TryReadBoolean(text, out bool isOptional) ? value with { IsOptionalField = isOptional } : null,
            "unit" => fact.Values.Count < 2 ? value with { Unit = text } : null,
            "deprecated" => TryReadBoolean(text, out bool isDeprecated) ? value with { IsDeprecated = isDeprecated } : null,
            "description" => text is null ? null : value with { Description = text },
            _ => null,
        };

        applied = result ?? value;
        return result is not null;
    }

    /// <summary>Applies a fact to an association.</summary>
    public static bool TryApply(Include include, OverlayFact fact, out Include applied)
    {
        string? text = fact.Values.Count == 1 ? fact.Values[0] : null;
        Include? result = fact.Key switch
        {
            "entity" => text is null ? null : include with { Entity = text },
            "collection" => fact.Values.Count < 2 ? include with { Collection = text } : null,
            "id_field" => fact.Values.Count < 2 ? include with { IdField = text } : null,
            "description" => text is null ? null : include with { Description = text },
            _ => null,
        };

        applied = result ?? include;
        return result is not null;
    }

    /// <summary>Applies a fact to the orders of a list.</summary>
    public static bool TryApply(Ordering order, OverlayFact fact, out Ordering applied)
    {
        Ordering? result = fact.Key switch
        {
            "values" => order with { Values = fact.Values },
            "default" => fact.Values.Count < 2 ? order with { Default = fact.Values.IsEmpty ? null : fact.Values[0] } : null,
            _ => null,
        };

        applied = result ?? order;
        return result is not null;
    }

    /// <summary>Applies a fact to the form of a body.</summary>
    public static bool TryApply(RequestBody body, OverlayFact fact, out RequestBody applied)
    {
        string? text = fact.Values.Count == 1 ? fact.Values[0] : null;
        RequestBody? result = fact.Key switch
        {
            "content_type" => text is null ? null : body with { ContentType = text },
            "wrapper" => fact.Values.Count < 2 ? body with { Wrapper = text } : null,
            "bulk" => fact.Values.Count < 2 ? body with { Bulk = text is null ? null : new BulkForm(text, body.Bulk?.MaxItems) } : null,
            "bulk_limit" => TryReadCount(fact, out int? limit) ? body with { Bulk = new BulkForm(body.Bulk?.Key ?? "", limit) } : null,
            _ => null,
        };

        applied = result ?? body;
        return result is not null;
    }

    /// <summary>Applies a fact to the form of a response.</summary>
    public static bool TryApply(Response response, OverlayFact fact, out Response applied)
    {
        string? text = fact.Values.Count == 1 ? fact.Values[0] : null;
        Response? result = fact.Key switch
        {
            "status" => TryReadCount(fact, out int? status) ? response with { Status = status } : null,
            "shape" => TryReadShape(text, out ResponseShape shape) ? WithShape(response, shape) : null,
            "collection" => text is null ? null : response with { Collection = text },
            "many" => TryReadBoolean(text, out bool answersMany) ? response with { AnswersMany = answersMany } : null,
            _ => null,
        };

        applied = result ?? response;
        return result is not null;
    }

    /// <summary>Applies a fact to a collection of a response.</summary>
    public static bool TryApply(ResponseCollection collection, OverlayFact fact, out ResponseCollection applied)
    {
        bool isEntity = fact.Key == "entity" && fact.Values.Count == 1;
        applied = isEntity ? collection with { Entity = fact.Values[0] } : collection;
        return isEntity;
    }

    /// <summary>Applies a fact to an operation itself.</summary>
    public static bool TryApply(Operation operation, OverlayFact fact, out Operation applied)
    {
        string? text = fact.Values.Count == 1 ? fact.Values[0] : null;
        Operation? result = (fact.Key, text) switch
        {
            ("title", not null) => operation with { Title = text },
            ("description", not null) => operation with { Description = text },
            ("own_rate_limit", _) => TryReadBoolean(text, out bool hasOwn) ? operation with { HasOwnRateLimit = hasOwn } : null,
            _ => null,
        };

        applied = result ?? operation;
        return result is not null;
    }

    /// <summary>Applies a fact to an entity itself.</summary>
    public static bool TryApply(Entity entity, OverlayFact fact, out Entity applied)
    {
        string? text = fact.Values.Count == 1 ? fact.Values[0] : null;
        Entity? result = (fact.Key, text) switch
        {
            ("title", not null) => entity with { Title = text },
            ("description", not null) => entity with { Description = text },
            _ => null,
        };

        applied = result ?? entity;
        return result is not null;
    }

    private static Value? WithType(Value value, string text)
    {
        if (text == "reference")
        {
            return value with { Type = ValueType.Reference, Items = null, Members = default };
        }

        ItemType type = ItemType.Read(text.AsSpan(), out string? unknown, out _);
        return unknown is not null
            ? null
            : value with
            {
                Type = type.Type,
                Items = type.Items,
                Format = type.Format != ValueFormat.None ? type.Format : value.Format,
                IsNullable = value.IsNullable || type.IsNullable,
            };
    }

    private static Response WithShape(Response response, ResponseShape shape)
    {
        bool hasCollections = shape == ResponseShape.Collections;
        bool hasFields = shape is ResponseShape.Object or ResponseShape.Array or ResponseShape.Map;
        return response with
        {
            Shape = shape,
            Collection = hasCollections ? response.Collection : null,
            Collections = hasCollections ? response.Collections : default,
            Fields = hasFields ? response.Fields : default,
        };
    }

    // Written as the pages say it: "billing_type is upon_completion", "workspace_ids is not given", "at least one of a, b"
    private bool TryReadCondition(Value value, OverlayFact fact, out Condition? condition)
    {
        condition = null;
        if (fact.Values.IsEmpty)
        {
            return true;
        }

        string text = fact.Values[0];
        EquatableArray<string> fields = RequirementReader.ReadAtLeastOneOf(_prose.Read(text + " is required"));
        condition = fields.IsEmpty
            ? RequirementReader.ReadCondition(_prose.Read("required when " + text))
            : new Condition(ConditionKind.AtLeastOneOf, fields.Where(field => field != value.Name).ToEquatableArray(), null);
        return fact.Values.Count == 1 && condition is not null;
    }

    private static bool TryReadFormat(string? text, out ValueFormat format)
    {
        (bool isKnown, format) = text switch
        {
            null or "none" => (true, ValueFormat.None),
            "date" => (true, ValueFormat.Date),
            "date-time" => (true, ValueFormat.DateTime),
            "date-range" => (true, ValueFormat.DateRange),
            "open-date-range" => (true, ValueFormat.OpenDateRange),
            "date-time-range" => (true, ValueFormat.DateTimeRange),
            "binary" => (true, ValueFormat.Binary),
            "json" => (true, ValueFormat.Json),
            "custom-field-choices" => (true, ValueFormat.CustomFieldChoices),
            "custom-field-amounts" => (true, ValueFormat.CustomFieldAmounts),
            "custom-field-dates" => (true, ValueFormat.CustomFieldDates),
            "custom-field-numbers" => (true, ValueFormat.CustomFieldNumbers),
            "custom-field-ranges" => (true, ValueFormat.CustomFieldRanges),
            "custom-field-texts" => (true, ValueFormat.CustomFieldTexts),
            "organization-ids" => (true, ValueFormat.OrganizationIds),
            "timesheet-gap" => (true, ValueFormat.TimesheetGap),
            "skill-levels" => (true, ValueFormat.SkillLevels),
            "skill-levels-json" => (true, ValueFormat.SkillLevelsJson),
            _ => (false, ValueFormat.None),
        };
        return isKnown;
    }

    private static bool TryReadList(string? text, out ListKind list)
    {
        (bool isKnown, list) = text switch
        {
            null or "none" => (true, ListKind.None),
            "ids" => (true, ListKind.Ids),
            "strings" => (true, ListKind.Strings),
            "dates" => (true, ListKind.Dates),
            "numbers" => (true, ListKind.Numbers),
            _ => (false, ListKind.None),
        };
        return isKnown;
    }

    private static bool TryReadShape(string? text, out ResponseShape shape)
    {
        (bool isKnown, shape) = text switch
        {
            "empty" => (true, ResponseShape.Empty),
            "collections" => (true, ResponseShape.Collections),
            "object" => (true, ResponseShape.Object),
            "array" => (true, ResponseShape.Array),
            "map" => (true, ResponseShape.Map),
            "file" => (true, ResponseShape.File),
            "unknown" => (true, ResponseShape.Unknown),
            _ => (false, ResponseShape.Unknown),
        };
        return isKnown;
    }

    private static bool TryReadBoolean(string? text, out bool value)
    {
        value = text == "true";
        return text is null or "true" or "false";
    }

    private static bool TryReadCount(OverlayFact fact, out int? count)
    {
        count = null;
        if (fact.Values.Count == 1 && int.TryParse(fact.Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out int read))
        {
            count = read;
        }

        return fact.Values.IsEmpty || count is not null;
    }

    private static bool TryReadNumber(OverlayFact fact, out decimal? number)
    {
        number = null;
        if (fact.Values.Count == 1 && decimal.TryParse(fact.Values[0], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal read))
        {
            number = read;
        }

        return fact.Values.IsEmpty || number is not null;
    }
}
