using Kantata.Runtime;

namespace Kantata;

/// <summary>A list that can also be asked for some of its objects by their ids.</summary>
/// <typeparam name="TSelf">The query itself.</typeparam>
/// <typeparam name="T">The entity listed.</typeparam>
public abstract class SelectableListQuery<TSelf, T> : ListQuery<TSelf, T>
    where TSelf : SelectableListQuery<TSelf, T>
    where T : KantataEntity
{
    /// <summary>Makes a list of all that its source has.</summary>
    protected SelectableListQuery(ListSource source)
        : base(source)
    {
    }

    /// <summary>Asks for the objects of these ids only. It is the API's parameter <c>only</c>: ids separated by commas, like <c>10,20</c>.</summary>
    /// <remarks>No document says how many ids one request may have. Whole numbers are ids too. A sequence of either can also be given.</remarks>
    /// <param name="ids">The ids, at least one.</param>
    /// <exception cref="ArgumentException">There is no id, or one of them is the default value, which is no id.</exception>
    public TSelf Only(params Id<T>[] ids) => SetIds<T>("only", ids);

    /// <summary>Asks for the objects of these ids only. It is the API's parameter <c>only</c>: ids separated by commas, like <c>10,20</c>.</summary>
    /// <remarks>No document says how many ids one request may have.</remarks>
    /// <param name="ids">The ids, at least one.</param>
    /// <exception cref="ArgumentException">There is no id, or one of them is the default value, which is no id.</exception>
    public TSelf Only(IEnumerable<Id<T>> ids) => SetIds<T>("only", ids);

    /// <summary>Asks for the objects of these ids only. It is the API's parameter <c>only</c>: ids separated by commas, like <c>10,20</c>.</summary>
    /// <remarks>No document says how many ids one request may have.</remarks>
    /// <param name="ids">The ids, at least one.</param>
    /// <exception cref="ArgumentException">There is no id.</exception>
    public TSelf Only(IEnumerable<long> ids) => SetIds<T>("only", ids);
}
