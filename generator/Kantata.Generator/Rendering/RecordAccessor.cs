using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Kantata.Generator.Rendering;

/// <summary>Reads the properties of one record for templates. Scriban's own accessor looks them up anew for each file, and calls them by reflection.</summary>
internal sealed class RecordAccessor : IObjectAccessor
{
    private static readonly MethodInfo s_getter = typeof(RecordAccessor).GetMethod(nameof(Getter), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Dictionary<string, Func<object, object?>> _getters;

    public RecordAccessor(Type record) => _getters = record.GetProperties().ToDictionary(
        property => property.Name,
        property => (Func<object, object?>)s_getter.MakeGenericMethod(record, property.PropertyType).Invoke(null, [property.GetMethod])!,
        StringComparer.Ordinal);

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => _getters.Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => _getters.Keys;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => _getters.ContainsKey(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        bool isKnown = _getters.TryGetValue(member, out Func<object, object?>? getter);
        value = getter?.Invoke(target);
        return isKnown;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, [NotNullWhen(true)] out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    private static Func<object, object?> Getter<TRecord, TValue>(MethodInfo getMethod)
    {
        var getter = (Func<TRecord, TValue>)getMethod.CreateDelegate(typeof(Func<TRecord, TValue>));
        return record => getter((TRecord)record);
    }
}
