using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes parts of the client and puts them together: the one place where things get their C# names and types.</summary>
internal static class ModelShaper
{
    /// <summary>Shapes a part as if there were no other that gives names to types.</summary>
    public static ShapedPart Shape(ClientPart part, ApiOutline outline) => Shape(part, outline, outline.ForkTypeNames());

    /// <summary>
    /// Puts the parts together. A part that gave a name which one before it has given is shaped again, so that names are given
    /// as if all had been shaped one after the other.
    /// </summary>
    public static ClientModel Assemble(ClientPlan plan, IEnumerable<ShapedPart> shapedParts)
    {
        List<SourceFile> files = [.. plan.Files];
        NameScope names = plan.Outline.ForkTypeNames();
        SortedSet<string> markers = new(StringComparer.Ordinal);
        int index = 0;
        foreach (ShapedPart alone in shapedParts)
        {
            ShapedPart shaped = names.HasNone(alone.TypeNames) ? alone : Shape(plan.Parts[index], plan.Outline, names.Fork());
            names.Add(shaped.TypeNames);
            markers.UnionWith(shaped.Markers);
            files.Add(shaped.File);
            index++;
        }

        if (markers.Count > 0)
        {
            files.Add(new MarkerFile("Markers.g.cs", plan.Outline.Settings, markers.Select(ShapeMarker).ToEquatableArray()));
        }

        return new ClientModel(files.ToEquatableArray(), plan.Outline.Selection.Unknown.ToEquatableArray());
    }

    private static ShapedPart Shape(ClientPart part, ApiOutline outline, NameScope typeNames)
    {
        ShapingContext context = new(outline, typeNames);
        ObjectShaper objects = new(context);
        RequestShaper requests = new(context);
        SourceFile file = part switch
        {
            EntityPart entity => new EntityFile(
                ShapingContext.HintName(context.TypeOf(entity.Entity)),
                outline.Settings,
                objects.ShapeEntity(entity.Entity),
                entity.ValueSets),
            ResourcePart resource => new ResourceShaper(context, objects, requests, new QueryShaper(context)).Shape(resource),
            SharedPart shared => new SharedFile("Shared.g.cs", outline.Settings, requests.Shape(shared.Requests), shared.ValueSets),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        return new ShapedPart(file, typeNames.Given.ToEquatableArray(), context.Markers.ToEquatableArray());
    }

    private static Marker ShapeMarker(string type) => new(
        type,
        new Documentation().Summary("A name for ids: the resources that this project asks for do not answer it."));
}
