using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Operations;

/// <summary>Puts the items of a section, whose names are dotted, into objects with members.</summary>
internal sealed class ValueTree
{
    // No body and no response of the API goes deeper; what does is no name but an attack on the stack.
    private const int MostLevels = 12;

    /// <summary>What stands for the names of members that are data: <c>hours.*</c>.</summary>
    public const string AnyName = "*";

    private readonly Dictionary<string, Node> _nodes;
    private readonly List<Node> _roots = [];

    public ValueTree(List<ContentItem> items, DiagnosticList diagnostics)
    {
        _nodes = new Dictionary<string, Node>(items.Count, StringComparer.Ordinal);
        foreach (ContentItem item in items)
        {
            Add(item, diagnostics);
        }
    }

    /// <summary>The values at the top, with their members.</summary>
    /// <param name="read">Makes the value of one item, without its members.</param>
    public EquatableArray<Value> Build(Func<ContentItem, string, Value> read) => Build(_roots, read);

    private void Add(ContentItem item, DiagnosticList diagnostics)
    {
        if (_nodes.TryGetValue(item.Name, out Node? present))
        {
            if (present.IsImplied)
            {
                present.Declare(item);
            }
            else
            {
                diagnostics.Add(SpecDescriptors.DoubledItem, item.Place, item.Name);
            }

            return;
        }

        if (item.Name.Count(c => c == '.') >= MostLevels)
        {
            diagnostics.Add(SpecDescriptors.TooDeep, item.Place, item.Name);
            return;
        }

        Node? parent = Parent(item);
        if (parent is not null && !parent.CanHaveMembers)
        {
            diagnostics.Add(SpecDescriptors.MemberOfNoObject, item.Place, item.Name, parent.Item.Name);
            return;
        }

        Attach(parent, new Node(item, isImplied: false));
    }

    // Where a page names only members, the object around them is implied.
    private Node? Parent(ContentItem item)
    {
        int dot = item.Name.LastIndexOf('.');
        if (dot <= 0 || dot == item.Name.Length - 1)
        {
            return null;
        }

        string name = item.Name[..dot];
        if (_nodes.TryGetValue(name, out Node? parent))
        {
            return parent;
        }

        var implied = new ContentItem(name, new ItemType { Type = ValueType.Object }, item.Place);
        Node? around = Parent(implied);
        if (around is { CanHaveMembers: false })
        {
            return around;
        }

        parent = new Node(implied, isImplied: true);
        Attach(around, parent);
        return parent;
    }

    private void Attach(Node? parent, Node node)
    {
        _nodes.Add(node.Item.Name, node);
        (parent is null ? _roots : parent.Members ??= []).Add(node);
    }

    private static EquatableArray<Value> Build(List<Node> nodes, Func<ContentItem, string, Value> read)
    {
        var values = new Value[nodes.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Node node = nodes[i];
            string name = node.Item.Name;
            int dot = name.LastIndexOf('.');
            Value value = read(node.Item, dot > 0 && dot < name.Length - 1 ? name[(dot + 1)..] : name);
            values[i] = node.Members is null ? value : WithMembers(value, Build(node.Members, read));
        }

        return new EquatableArray<Value>(values);
    }

    private static Value WithMembers(Value value, EquatableArray<Value> members)
    {
        if (IsReference(value, members))
        {
            return value with { Type = ValueType.Reference };
        }

        if (members.Count == 1 && members[0].Name == AnyName)
        {
            return value with { Type = ValueType.Map, Items = members[0].Type, Members = members[0].Members };
        }

        // "At least one of a, b and c is required", said of an object, is about its members.
        bool isAboutMembers = value.RequiredWhen is { Kind: ConditionKind.AtLeastOneOf } condition
            && condition.Fields.All(new HashSet<string>(members.Select(member => member.Name), StringComparer.Ordinal).Contains);
        return value with
        {
            Items = value.Type == ValueType.Array ? ValueType.Object : null,
            Members = isAboutMembers ? WithCondition(members, value.RequiredWhen!) : members,
            RequiredWhen = isAboutMembers ? null : value.RequiredWhen,
        };
    }

    private static bool IsReference(Value value, EquatableArray<Value> members)
        => value.Type == ValueType.Object && members.Count == 2
        && members.Any(member => member.Name == "key") && members.Any(member => member.Name == "id");

    private static EquatableArray<Value> WithCondition(EquatableArray<Value> members, Condition condition)
    {
        var fields = new HashSet<string>(condition.Fields, StringComparer.Ordinal);
        return members
            .Select(member => fields.Contains(member.Name) && member.RequiredWhen is null
                ? member with { RequiredWhen = condition with { Fields = condition.Fields.Where(field => field != member.Name).ToEquatableArray() } }
                : member)
            .ToEquatableArray();
    }

    private sealed class Node(ContentItem item, bool isImplied)
    {
        public ContentItem Item { get; private set; } = item;

        public bool IsImplied { get; private set; } = isImplied;

        /// <summary>Its members; null where it has none.</summary>
        public List<Node>? Members { get; set; }

        public bool CanHaveMembers => Item.Type.Type is ValueType.Object or ValueType.Array or ValueType.Map or ValueType.Any;

        public void Declare(ContentItem item)
        {
            Item = item;
            IsImplied = false;
        }
    }
}
