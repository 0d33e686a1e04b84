using System.Globalization;

namespace Kantata;

/// <summary>
/// Skills and the levels wanted of each. It is written <c>{'SKILL':[LEVEL,LEVEL],'operation':'or'}</c>, or as JSON where an
/// operation takes it so.
/// </summary>
/// <example><code>SkillLevels.AllOf(234, 3, 4).With(235, 5)</code></example>
public sealed class SkillLevels : QueryFilter
{
    private readonly string _operation;
    private readonly KeyValuePair<string, string>[] _skills;

    private SkillLevels(string operation, params KeyValuePair<string, string>[] skills)
        : base($"{{{string.Concat(skills.Select(static skill => $"'{skill.Key}':[{skill.Value}],"))}'operation':'{operation}'}}")
    {
        _operation = operation;
        _skills = skills;
    }

    /// <summary>Any of the skills is enough.</summary>
    /// <param name="skill">The id of the first skill.</param>
    /// <param name="levels">The levels of it that are wanted.</param>
    /// <exception cref="ArgumentException">The id is not a number, or there is no level.</exception>
    public static SkillLevels AnyOf(IdValue skill, params int[] levels) => new("or", Entry(skill, levels));

    /// <summary>All of the skills are needed.</summary>
    /// <param name="skill">The id of the first skill.</param>
    /// <param name="levels">The levels of it that are wanted.</param>
    /// <exception cref="ArgumentException">The id is not a number, or there is no level.</exception>
    public static SkillLevels AllOf(IdValue skill, params int[] levels) => new("and", Entry(skill, levels));

    /// <summary>These skills and one more.</summary>
    /// <param name="skill">The id of the skill.</param>
    /// <param name="levels">The levels of it that are wanted.</param>
    /// <exception cref="ArgumentException">The id is not a number or there already, or there is no level.</exception>
    public SkillLevels With(IdValue skill, params int[] levels)
    {
        KeyValuePair<string, string> entry = Entry(skill, levels);
        return _skills.Any(known => known.Key == entry.Key)
            ? throw new ArgumentException($"The skill {entry.Key} is there already.", nameof(skill))
            : new(_operation, [.. _skills, entry]);
    }

    /// <summary>The skills as JSON: <c>{"ids":[234],"234":[3],"operation":"and"}</c>.</summary>
    internal string ToJson() =>
        $"{{\"ids\":[{string.Join(',', _skills.Select(static skill => skill.Key))}],{string.Concat(_skills.Select(static skill => $"\"{skill.Key}\":[{skill.Value}],"))}\"operation\":\"{_operation}\"}}";

    private static KeyValuePair<string, string> Entry(IdValue skill, int[] levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return levels.Length > 0
            ? new(NumberOf(skill, nameof(skill)), string.Join(',', levels.Select(static level => level.ToString(CultureInfo.InvariantCulture))))
            : throw new ArgumentException("There is no level.", nameof(levels));
    }
}
