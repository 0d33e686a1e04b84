using System.Text;
using Kantata.Generator.CSharp;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Kantata.Generator.Rendering;

/// <summary>The templates that come with the generator, parsed once, and what they read records and write comments with.</summary>
internal sealed class Templates : ITemplateLoader
{
    private static readonly Lazy<Templates> s_embedded = new(() => new Templates());

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Template> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, RecordAccessor> _accessors;

    private Templates()
    {
        foreach (string resource in typeof(Templates).Assembly.GetManifestResourceNames())
        {
            if (resource.EndsWith(".scriban", StringComparison.Ordinal))
            {
                using Stream stream = typeof(Templates).Assembly.GetManifestResourceStream(resource)!;
                using StreamReader reader = new(stream, Encoding.UTF8);
                string name = resource.Substring(0, resource.Length - ".scriban".Length);
                string text = reader.ReadToEnd().Replace("\r\n", "\n");
                _texts.Add(name, text);
                _templates.Add(name, Template.Parse(text, resource));
            }
        }

        Type[] records =
        [
            typeof(ClientFile), typeof(ClientProperty), typeof(DependencyInjectionFile), typeof(EntityFile), typeof(GenerationSettings),
            typeof(KnownValue), typeof(Marker), typeof(MarkerFile), typeof(Method), typeof(ObjectClass), typeof(Property),
            typeof(QueryClass), typeof(RequestClass), typeof(RequestMember), typeof(ResourceFile), typeof(SharedFile),
            typeof(StaticField), typeof(ValueSet),
        ];
        _accessors = records.ToDictionary(record => record, record => new RecordAccessor(record));
    }

    public static Templates Embedded => s_embedded.Value;

    /// <summary>The templates by the names under which they include each other.</summary>
    public IReadOnlyDictionary<string, Template> ByName => _templates;

    /// <summary>The function that puts the slashes of a documentation comment before each line.</summary>
    public IScriptCustomFunction Comment { get; } = DelegateCustomFunction.CreateFunc<Documentation, int, string>(
        static (documentation, indent) => documentation.ToString(new string(' ', indent) + "/// "));

    /// <summary>What reads the properties of a record; null for other types.</summary>
    public RecordAccessor? FindAccessor(Type type) => _accessors.TryGetValue(type, out RecordAccessor? accessor) ? accessor : null;

    /// <summary>The template of a kind of file.</summary>
    public Template For(SourceFile file) => _templates[file switch
    {
        ClientFile => "client",
        DependencyInjectionFile => "dependencyinjection",
        ResourceFile => "resource",
        EntityFile => "entity",
        SharedFile => "shared",
        MarkerFile => "markers",
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    }];

    string ITemplateLoader.GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    string ITemplateLoader.Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => _texts[templatePath];

    ValueTask<string?> ITemplateLoader.LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(_texts[templatePath]);
}
