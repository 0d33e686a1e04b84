namespace Kantata;

/// <summary>Organizations of both kinds, written <c>GEOGRAPHY,GEOGRAPHY;DEPARTMENT,DEPARTMENT</c>.</summary>
public sealed class OrganizationIds : QueryFilter
{
    private OrganizationIds(string text)
        : base(text)
    {
    }

    /// <summary>Names geographies, departments, or both.</summary>
    /// <param name="geographies">The ids of the geographies.</param>
    /// <param name="departments">The ids of the departments.</param>
    /// <exception cref="ArgumentException">There is no id, or one is not a number.</exception>
    public static OrganizationIds Of(IEnumerable<IdValue>? geographies = null, IEnumerable<IdValue>? departments = null)
    {
        string first = NumbersOf(geographies ?? [], nameof(geographies));
        string second = NumbersOf(departments ?? [], nameof(departments));
        return (first, second) switch
        {
            ("", "") => throw new ArgumentException("There is neither a geography nor a department.", nameof(geographies)),
            (_, "") => new(first),
            _ => new($"{first};{second}"),
        };
    }
}
