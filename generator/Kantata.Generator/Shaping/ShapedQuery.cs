using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;

namespace Kantata.Generator.Shaping;

/// <summary>What an operation's query can say.</summary>
/// <param name="Base">The class of the runtime that the query derives from.</param>
/// <param name="Methods">The methods that it has itself.</param>
/// <param name="FilterNames">The methods of its filters by the names of the parameters, those of its base class too.</param>
internal sealed record ShapedQuery(string Base, EquatableArray<Method> Methods, IReadOnlyDictionary<string, string> FilterNames);
