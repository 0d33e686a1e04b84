using System.Globalization;
using System.Text;

namespace Kantata.Benchmarks.Generator;

/// <summary>Documents of any size, to see how the generator's time grows with them.</summary>
internal static class GrowingDocument
{
    /// <summary>A page of a list with so many filters.</summary>
    public static SpecText PageOf(int filters)
    {
        StringBuilder page = new("# Listing Widgets\n\nLists widgets.\n\nEndpoint: GET /widgets\n\n## Query parameters:\n");
        for (int index = 0; index < filters; index++)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n  - `filter_{index}` (string)\n    Restricts the widgets to those whose field {index} is one of the values: comma-separated list.\n");
        }

        page.Append("\n## Response 200 fields (application/json):\n\n  - `count` (integer)\n    How many there are.\n");
        return new SpecText("pages/widgets/get-widgets.md", page.ToString());
    }

    /// <summary>An OpenAPI document of one entity with so many fields.</summary>
    public static SpecText SchemaOf(int fields)
    {
        IEnumerable<string> properties = Enumerable.Range(0, fields).Select(index => string.Create(
            CultureInfo.InvariantCulture, $$"""        "field_{{index}}": { "type": "string", "description": "The text number {{index}} of the widget." }"""));
        return new SpecText("entities/Widget.json", $$"""
            {
              "openapi": "3.1.0",
              "info": { "title": "Widgets", "version": "1" },
              "components": { "schemas": { "Widget": { "type": "object", "properties": {
            {{string.Join(",\n", properties)}}
              } } } }
            }
            """);
    }
}
