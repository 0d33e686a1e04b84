using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Merging;

/// <summary>Puts documents together: pages to resources, schemas to entities, and both to each other.</summary>
internal sealed class DocumentMerger
{
    private readonly SpecDocument[] _documents;
    private readonly ProblemList _problems = new();

    // What comes first holds, so users' documents come first and then the names decide, whatever order the files came in.
    public DocumentMerger(IEnumerable<SpecDocument> documents)
        => _documents = [.. documents.OrderByDescending(document => document.Origin).ThenBy(document => document.Name, StringComparer.Ordinal)];

    public ApiModelResult Merge()
    {
        List<Entity> entities = MergeEntities();
        List<Operation> operations = MergeOperations();
        EquatableArray<Resource> resources = new ResourceGrouper([.. _documents.OfType<IndexPage>()], _documents.OfType<OperationPage>(), _problems).Group(operations);
        var model = new ApiModel(resources, entities.ToEquatableArray(), ApiNames.Empty);
        return new ApiModelResult(model, _problems.ToEquatableArray());
    }

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
        foreach (var group in described.GroupBy(pair => pair.Entity.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            (SchemaDocument document, Entity entity) = group.First();
            entities.Add(entity);
            ReportDoubles([.. group.Select(pair => pair.Document).Where(other => other.Origin == document.Origin)], SpecDescriptors.DoubledEntity, group.Key, "components/schemas/" + group.Key);
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
