using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes the model of the API into the files to generate: the one place where things get their C# names and types.</summary>
internal static class ModelShaper
{
    public static ClientModel Shape(ApiModel api, GenerationSettings settings, CancellationToken cancellationToken)
    {
        if (api.Resources.IsEmpty && api.Entities.IsEmpty)
        {
            return new ClientModel(default, default);
        }

        ShapingContext context = new(api, settings);
        ObjectShaper objects = new(context);
        RequestShaper requests = new(context);
        ResourceShaper resources = new(context, objects, requests, new QueryShaper(context));

        // Every name that does not depend on the inside of an operation is given before those that do.
        (Resource Resource, string Class)[] classes =
            [.. context.Selection.Resources.Select(resource => (resource, ResourceShaper.ClassName(resource, context)))];
        List<SourceFile> files = [ShapeClient(classes, settings)];
        if (settings.DependencyInjection)
        {
            files.Add(new DependencyInjectionFile("DependencyInjection.g.cs", settings));
        }

        foreach (Entity entity in api.Entities.Where(context.Selection.Contains))
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(new EntityFile(
                ShapingContext.HintName(context.TypeOf(entity)),
                settings,
                objects.ShapeEntity(entity),
                context.ValueSets.OwnedBy(entity).ToEquatableArray()));
        }

        foreach ((Resource resource, string className) in classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(resources.Shape(resource, className));
        }

        SharedFile shared = new("Shared.g.cs", settings, requests.Shared(), context.ValueSets.Shared().ToEquatableArray());
        if (!shared.Requests.IsEmpty || !shared.ValueSets.IsEmpty)
        {
            files.Add(shared);
        }

        Marker[] markers = [.. context.Markers.Select(ShapeMarker)];
        if (markers.Length > 0)
        {
            files.Add(new MarkerFile("Markers.g.cs", settings, markers.ToEquatableArray()));
        }

        return new ClientModel(files.ToEquatableArray(), context.Selection.Unknown.ToEquatableArray());
    }

    private static Marker ShapeMarker(string type) => new(
        type,
        new Documentation().Summary("A name for ids: the resources that this project asks for do not answer it."));

    private static ClientFile ShapeClient(IEnumerable<(Resource Resource, string Class)> resources, GenerationSettings settings)
    {
        NameScope names = new(ReservedNames.ClientMembers);
        return new ClientFile("KantataClient.g.cs", settings, resources.Select(ShapeProperty).ToEquatableArray());

        ClientProperty ShapeProperty((Resource Resource, string Class) item)
        {
            string name = names.Claim(Identifier.Pascal(item.Resource.Name), "Resource");
            string description = item.Resource.Description.Length > 0 ? item.Resource.Description : item.Resource.Name;
            return new ClientProperty(name, item.Class, Identifier.Field(name), new Documentation().Summary(description));
        }
    }
}
