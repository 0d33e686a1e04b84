using System.Globalization;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Merging;

/// <summary>
/// Groups operations into resources: as an index page says; else bundled pages by their folder and users' pages by the first
/// part of the operation's path.
/// </summary>
internal sealed class ResourceGrouper(IndexPage[] indexes, EquatableArray<ResourceName> names, Func<string, SpecOrigin> originOf, ProblemList problems)
{
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public EquatableArray<Resource> Group(List<Operation> operations)
    {
        ILookup<string, IndexPage> indexesByKey = indexes.ToLookup(KeyOf, StringComparer.Ordinal);
        Dictionary<string, string> keyByOperation = [];
        foreach (IndexPage index in indexes)
        {
            string key = KeyOf(index);
            foreach (IndexEntry entry in index.Entries)
            {
                if (!keyByOperation.ContainsKey(entry.Operation))
                {
                    keyByOperation.Add(entry.Operation, key);
                }
            }
        }

        ReportMissingPages(operations);

        return operations
            .GroupBy(operation => keyByOperation.TryGetValue(operation.Key, out string? key)
                ? key
                : KeyWithoutIndex(operation, originOf(operation.Document)))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Resource(group, indexesByKey[group.Key]))
            .ToEquatableArray();
    }

    private Resource Resource(IGrouping<string, Operation> operations, IEnumerable<IndexPage> candidates)
    {
        IndexPage? index = candidates.FirstOrDefault(page => page.Description.Length > 0) ?? candidates.FirstOrDefault();
        return new Resource
        {
            Key = operations.Key,
            Name = index is null ? Heading(operations.Key) : NameOf(index),
            Description = index?.Description ?? "",
            Operations = operations
                .OrderBy(operation => operation.Path, StringComparer.Ordinal)
                .ThenBy(operation => Array.IndexOf(s_methods, operation.Method) is var method and >= 0 ? method : s_methods.Length)
                .ToEquatableArray(),
        };
    }

    private string KeyOf(IndexPage index) => SnakeCase.Of(NameOf(index));

    // What stands in parentheses behind a title explains it and names nothing.
    private string NameOf(IndexPage index)
    {
        int explanation = index.Title.IndexOf(" (", StringComparison.Ordinal);
        return names.FirstOrDefault(name => name.Title == index.Title)?.Name
            ?? (explanation > 0 ? index.Title[..explanation] : index.Title);
    }

    private static string KeyWithoutIndex(Operation operation, SpecOrigin origin)
    {
        string[] folders = operation.Document.Split('/');
        bool hasFolder = origin == SpecOrigin.Bundled && folders.Length > 2;
        string name = hasFolder ? folders[^2] : operation.Path.Split('/').FirstOrDefault(part => part.Length > 0 && part[0] != '{') ?? "";
        string key = SnakeCase.Of(name);
        return key.Length > 0 ? key : "api";
    }

    private static string Heading(string key)
        => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(key.Replace('_', ' '));

    private void ReportMissingPages(List<Operation> operations)
    {
        var described = new HashSet<string>(operations.Select(operation => operation.Key), StringComparer.Ordinal);
        foreach (IndexPage index in indexes)
        {
            foreach (IndexEntry entry in index.Entries)
            {
                if (!described.Contains(entry.Operation))
                {
                    problems.Add(SpecDescriptors.MissingPage, index.Name, entry.Operation, entry.Operation);
                }
            }
        }
    }
}
