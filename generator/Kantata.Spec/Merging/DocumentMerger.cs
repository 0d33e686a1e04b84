using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Overlays;

namespace Kantata.Spec.Merging;

/// <summary>Puts documents together: pages to resources, schemas to entities, and both to each other.</summary>
internal sealed class DocumentMerger
{
    private readonly SpecDocument[] _documents;
    private readonly Dictionary<string, SpecOrigin> _origins = new(StringComparer.Ordinal);
    private readonly ProblemList _problems = new();

    // What comes first holds, so users' documents come first and then the names decide, whatever order the files came in.
    public DocumentMerger(IEnumerable<SpecDocument> documents)
    {
        _documents = [.. documents.OrderByDescending(document => document.Origin).ThenBy(document => document.Name, StringComparer.Ordinal)];
        foreach (SpecDocument document in _documents)
        {
            _origins[document.Name] = document.Origin;
        }
    }

    public ApiModelResult Merge()
    {
        OverlayDocument[] overlays = [.. _documents.OfType<OverlayDocument>()];
        var overlay = new OverlayApplier(overlays, _problems);

        List<Entity> describedEntities = MergeEntities();
        List<Operation> describedOperations = MergeOperations();
        List<Entity> entities = describedEntities.ConvertAll(overlay.Apply);
        var linker = new OperationLinker(entities, overlay, _problems);
        List<Operation> operations = describedOperations.ConvertAll(operation => linker.Link(overlay.Apply(operation)));
        overlay.ReportMisses(describedOperations, describedEntities, OriginOf);

        IndexPage[] indexes = [.. _documents.OfType<IndexPage>()];
        ApiNames names = new NameMerger(overlays, indexes, operations, entities, OriginOf, _problems).Merge();
        EquatableArray<Resource> resources = new ResourceGrouper(indexes, names.Resources, OriginOf, _problems).Group(operations);
        return new ApiModelResult(new ApiModel(resources, entities.ToEquatableArray(), names), _problems.ToEquatableArray());
    }

    private SpecOrigin OriginOf(string document) => _origins.TryGetValue(document, out SpecOrigin origin) ? origin : SpecOrigin.User;

    private List<Operation> MergeOperations()
    {
        var operations = new List<Operation>();
        foreach (IGrouping<string, OperationPage> pages in _documents.OfType<OperationPage>().GroupBy(page => page.Operation.Key, StringComparer.Ordinal))
        {
            OperationPage used = pages.First();
            operations.Add(used.Operation);
            ReportDoubles([.. pages.Where(page => page.Origin == used.Origin)], SpecDescriptors.DoubledOperation, pages.Key, "endpoint");
        }

        return operations;
    }

    private List<Entity> MergeEntities()
    {
        var entities = new List<Entity>();
        var described = _documents.OfType<SchemaDocument>().SelectMany(document => document.Entities, (document, entity) => (Document: document, Entity: entity));
        foreach (IGrouping<string, (SchemaDocument Document, Entity Entity)> group in described.GroupBy(pair => pair.Entity.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            (SchemaDocument document, Entity entity) = group.First();
            entities.Add(entity);
            SchemaDocument[] doubles = [.. group.Select(pair => pair.Document).Where(other => other.Origin == document.Origin)];
            ReportDoubles(doubles, SpecDescriptors.DoubledEntity, group.Key, "components/schemas/" + group.Key);
        }

        return entities;
    }

    // Each of the documents is told of another, so that whichever is open shows it.
    private void ReportDoubles(SpecDocument[] documents, SpecDescriptor descriptor, string what, string element)
    {
        for (int i = 0; i < documents.Length && documents.Length > 1; i++)
        {
            string used = i == 0 ? "this one" : "that one";
            string other = documents[i == 0 ? 1 : 0].Name;
            _problems.Add(descriptor, documents[i].Name, element, what, other, used);
        }
    }
}
