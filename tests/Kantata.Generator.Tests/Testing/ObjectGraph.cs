using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Kantata.Generator.Tests.Testing;

/// <summary>Walks all that an object refers to.</summary>
internal static class ObjectGraph
{
    public static void AssertHoldsNothingOfTheCompiler(object root, string step)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new([root]);
        while (open.TryPop(out object? node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            Assert.False(
                node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SourceText or AdditionalText or Diagnostic,
                $"The step {step} remembers a {node.GetType()}.");
            if (node is string || node.GetType().IsPrimitive || node.GetType().IsEnum)
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
        if (node is IEnumerable items)
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
