using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Kantata.Generator.Tests.Testing;

/// <summary>Walks all that an object refers to.</summary>
internal static class ObjectGraph
{
    public static void AssertHoldsNothingOfTheCompiler(object root, string what)
    {
        foreach (object node in Walk(root))
        {
            Assert.False(IsOfTheCompiler(node), $"{what} remembers a {node.GetType()}.");
        }
    }

    /// <summary>The objects of a type that an object refers to, however far away, other than through what was compiled.</summary>
    public static IEnumerable<T> Find<T>(object root) => Walk(root, isEnd: IsOfTheCompiler).OfType<T>();

    private static bool IsOfTheCompiler(object node) =>
        node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SourceText or AdditionalText or Diagnostic or MetadataReference;

    private static IEnumerable<object> Walk(object root, Func<object, bool>? isEnd = null)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new([root]);
        while (open.TryPop(out object? node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            yield return node;
            if (node is string or MemberInfo or Assembly or Module || node.GetType().IsPrimitive || node.GetType().IsEnum || isEnd?.Invoke(node) == true)
            {
                continue;
            }

            foreach (object child in Children(node))
            {
                open.Push(child);
            }
        }
    }

    private static IEnumerable<object> Children(object node)
    {
        // Of other collections the fields lead to the items.
        if (node is Array items)
        {
            foreach (object? item in items)
            {
                if (item is not null)
                {
                    yield return item;
                }
            }
        }

        for (Type? type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike && field.GetValue(node) is { } value)
                {
                    yield return value;
                }
            }
        }
    }
}
