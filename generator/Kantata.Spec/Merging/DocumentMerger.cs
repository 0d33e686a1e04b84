using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Overlays;

namespace Kantata.Spec.Merging;

/// <summary>Puts documents together: pages to resources, schemas to entities, and both to each other.</summary>
internal sealed class DocumentMerger
{
    private readonly SpecDocument[] _documents;
    private readonly Dictionary<string, SpecDocument> _documentsByName = new(StringComparer.Ordinal);
    private readonly ProblemList _problems = new();

    // What comes first holds, so users' documents come first and then the names decide, whatever order the files came in.
    public DocumentMerger(IEnumerable<SpecDocument> documents)
    {
        SpecDocument[] all = [.. documents];
        _documents = [.. all.OfOrigin(SpecOrigin.User), .. all.OfOrigin(SpecOrigin.Bundled)];
        foreach (SpecDocument document in _documents)
        {
            _documentsByName[document.Name] = document;
        }
    }

    /// <summary>What the API is, and all that is wrong with how the documents say it.</summary>
    public ApiModelResult Merge()
    {
        ApiModel model = Merge(checksOverlays: true);
        return new ApiModelResult(model, _problems.ToEquatableArray());
    }

    /// <summary>What the API is.</summary>
    public ApiModel MergeModel() => Merge(checksOverlays: false);

    private ApiModel Merge(bool checksOverlays)
    {
        OverlayDocument[] overlays = [.. _documents.OfType<OverlayDocument>()];
        var overlay = new OverlayApplier(overlays, _problems);

        List<Entity> describedEntities = MergeEntities();
        List<Operation> describedOperations = MergeOperations();
        List<Entity> entities = describedEntities.ConvertAll(overlay.Apply);
        var linker = new OperationLinker(entities, overlay, _problems);
        List<Operation> operations = describedOperations.ConvertAll(operation => linker.Link(overlay.Apply(operation), operation));
        IndexPage[] indexes = [.. _documents.SelectMany(IndexPagesOf)];
        if (checksOverlays)
        {
            overlay.ReportMisses(describedOperations, describedEntities, OriginOf);
            new NameChecker(indexes, operations, entities, OriginOf, _problems).Check(overlays);
        }

        ApiNames names = NameMerger.Merge(overlays);
        EquatableArray<Resource> resources = new ResourceGrouper(indexes, names.Resources, OriginOf, _problems).Group(operations);
        return new ApiModel(resources, entities.ToEquatableArray(), names);
    }

    private SpecOrigin OriginOf(string document) => _documentsByName.TryGetValue(document, out SpecDocument? known) ? known.Origin : SpecOrigin.User;

    private static IEnumerable<IndexPage> IndexPagesOf(SpecDocument document) => document switch
    {
        IndexPage index => [index],
        OpenApiContract contract => contract.Tags,
        _ => [],
    };

    private List<Operation> MergeOperations()
    {
        IEnumerable<DescribedOperation> pages = _documents.OfType<OperationPage>().Select(page => new DescribedOperation(page, page.Operation));
        IEnumerable<DescribedOperation> contracts = _documents.OfType<OpenApiContract>()
            .SelectMany(contract => contract.Operations, (contract, operation) => new DescribedOperation(contract, operation));

        var operations = new List<Operation>();
        foreach (IGrouping<string, DescribedOperation> group in pages.Concat(contracts).GroupBy(described => described.Address, StringComparer.Ordinal))
        {
            // A user's comes first, and of those of one origin a page.
            DescribedOperation used = group.FirstOrDefault(one => one.Origin == SpecOrigin.User) ?? group.First();
            DescribedOperation? other = group.FirstOrDefault(one => one.IsPage != used.IsPage);
            operations.Add(other is null ? used.Operation : new OperationCompletion(adds: other.Origin == used.Origin).Complete(used.Operation, other.Operation));
            DescribedOperation[] doubles = [.. group.Where(one => one.Origin == used.Origin && one.IsPage == used.IsPage)];
            if (doubles.Length > 1)
            {
                Report(doubles, SpecDescriptors.DoubledOperation, used.Operation.Key);
            }
        }

        return operations;
    }

    private List<Entity> MergeEntities()
    {
        IEnumerable<DescribedEntity> described = _documents.OfType<OpenApiContract>()
            .SelectMany(document => document.Entities, (document, entity) => new DescribedEntity(document, entity));

        var entities = new List<Entity>();
        foreach (IGrouping<string, DescribedEntity> group in described.GroupBy(one => one.Entity.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            DescribedEntity used = group.First();
            entities.Add(used.Entity);
            DescribedEntity[] doubles = [.. group.Where(one => one.Origin == used.Origin)];
            if (doubles.Length > 1)
            {
                Report(doubles, SpecDescriptors.DoubledEntity, group.Key);
            }
        }

        return entities;
    }

    // Each of the documents is told of another, so that whichever is open shows it.
    private void Report(Described[] doubles, SpecDescriptor descriptor, string what)
    {
        for (int i = 0; i < doubles.Length; i++)
        {
            string used = i == 0 ? "this one" : "that one";
            string other = doubles[i == 0 ? 1 : 0].Document.Name;
            _problems.Add(descriptor, doubles[i].Document.Name, doubles[i].Element, what, other, used);
        }
    }

    /// <summary>Something with the document that describes it.</summary>
    private abstract record Described(SpecDocument Document)
    {
        public SpecOrigin Origin => Document.Origin;

        /// <summary>Where the document has it.</summary>
        public abstract string Element { get; }
    }

    /// <summary>An operation with the document that describes it.</summary>
    private sealed record DescribedOperation(SpecDocument Document, Operation Operation) : Described(Document)
    {
        public override string Element => Operation.ElementOf("endpoint");

        public bool IsPage => Document is OperationPage;

        /// <summary>Method and path, whatever the parameters in it are called.</summary>
        public string Address { get; } = Operation.Method + " " + string.Join("/", Operation.Path.Split('/').Select(part => part.StartsWith("{", StringComparison.Ordinal) ? "{}" : part));
    }

    /// <summary>An entity with the document that describes it.</summary>
    private sealed record DescribedEntity(SpecDocument Document, Entity Entity) : Described(Document)
    {
        public override string Element => "components/schemas/" + Entity.Name;
    }
}
