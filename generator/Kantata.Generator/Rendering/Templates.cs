using System.Text;
using Kantata.Generator.CSharp;
using Scriban;

namespace Kantata.Generator.Rendering;

/// <summary>The templates that come with the generator, parsed once, and what they read records and write comments with.</summary>
internal sealed class Templates
{
    private static readonly Lazy<Templates> s_embedded = new(() => new Templates());

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
                _templates.Add(name, Template.Parse(reader.ReadToEnd().Replace("\r\n", "\n"), resource));
            }
        }

        Type[] records =
        [
            typeof(ClientFile), typeof(ClientProperty), typeof(DependencyInjectionFile), typeof(EntityFile), typeof(GenerationSettings),
            typeof(KnownValue), typeof(Marker), typeof(MarkerFile), typeof(Method), typeof(ObjectClass), typeof(Property),
            typeof(QueryClass), typeof(RequestClass), typeof(RequestMember), typeof(ResourceFile), typeof(SharedFile),
            typeof(StaticField), typeof(ValueSet),
        ];
        Include = new IncludeFunction(_templates);
        _accessors = records.ToDictionary(record => record, record => new RecordAccessor(record));
    }

    public static Templates Embedded => s_embedded.Value;

    /// <summary>The function that writes another template.</summary>
    public IncludeFunction Include { get; }

    /// <summary>The function that writes a documentation comment.</summary>
    public CommentFunction Comment { get; } = new();

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
}
