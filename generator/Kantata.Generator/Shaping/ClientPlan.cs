using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>The client before its parts are shaped.</summary>
/// <param name="Outline">What all parts must know.</param>
/// <param name="Files">The files that need nothing of any part.</param>
/// <param name="Parts">The parts, in the order in which they give names to types.</param>
internal sealed record ClientPlan(ApiOutline Outline, EquatableArray<SourceFile> Files, EquatableArray<ClientPart> Parts)
{
    public static ClientPlan Of(ApiModel api, GenerationSettings settings)
    {
        ApiOutline outline = new(api, settings);
        return api.Resources.IsEmpty && api.Entities.IsEmpty
            ? new ClientPlan(outline, default, default)
            : new ClientPlan(outline, FilesOf(outline).ToEquatableArray(), PartsOf(api, outline).ToEquatableArray());
    }

    private static IEnumerable<SourceFile> FilesOf(ApiOutline outline)
    {
        NameScope names = new(ReservedNames.ClientMembers);
        yield return new ClientFile(
            "KantataClient.g.cs",
            outline.Settings,
            outline.Selection.Resources.Select(resource => PropertyOf(resource, outline, names)).ToEquatableArray());
        if (outline.Settings.DependencyInjection)
        {
            yield return new DependencyInjectionFile("DependencyInjection.g.cs", outline.Settings);
        }
    }

    private static ClientProperty PropertyOf(Resource resource, ApiOutline outline, NameScope names)
    {
        string name = names.Claim(Identifier.Pascal(resource.Name), "Resource");
        string description = resource.Description.Length > 0 ? resource.Description : resource.Name.Length > 0 ? resource.Name : name;
        return new ClientProperty(name, outline.ResourceTypes[resource.Key], Identifier.Field(name), new Documentation().Summary(description));
    }

    private static IEnumerable<ClientPart> PartsOf(ApiModel api, ApiOutline outline)
    {
        ILookup<string, ValueSet> valueSets = outline.ValueSets.ByOwner();
        foreach (Entity entity in api.Entities.Where(outline.Selection.Contains))
        {
            yield return new EntityPart(entity, valueSets[ValueSetCatalog.OwnerOf(entity)].ToEquatableArray());
        }

        foreach (Resource resource in outline.Selection.Resources)
        {
            yield return new ResourcePart(resource, valueSets[ValueSetCatalog.OwnerOf(resource)].ToEquatableArray());
        }

        SharedPart shared = new(outline.SharedRequests.All.ToEquatableArray(), valueSets[ValueSetCatalog.Everybody].ToEquatableArray());
        if (!shared.Requests.IsEmpty || !shared.ValueSets.IsEmpty)
        {
            yield return shared;
        }
    }
}
