#nullable enable annotations
using Kantata.Runtime;

namespace Kantata;

public partial class KantataClient
{
    private UsersClient? _users;
    public virtual UsersClient Users => _users ??= new(Connection);
}

public partial class UsersClient : ResourceClient
{
    private static readonly ResponseFormat s_format = new("users",
        new("organizations", Organization.Shape, Geography.Shape, Department.Shape), new("stories", Story.Shape), new("users", User.Shape));
    private static readonly ResponseFormat s_geographies = new("organizations", [new("organizations", Organization.Shape, Geography.Shape)]);
    private static readonly Operation s_list = new("GET", "/users", s_format);
    private static readonly Operation s_get = new("GET", "/users/{id}", s_format);
    private static readonly Operation s_geography = new("GET", "/users/{id}/geography", s_geographies);
    private static readonly Operation s_capacity = new("GET", "/users/{id}/capacity");
    private static readonly Operation s_tables = new("GET", "/exchange_tables");
    private static readonly Operation s_skills = new("PUT", "/users/{id}/skills");

    internal UsersClient(KantataConnection connection) : base(connection) { }
    protected UsersClient() { }

    public virtual UsersListQuery List() => new(Source(s_list));

    public virtual Task<User> GetAsync(Id<User> id, Func<UsersQuery, UsersQuery>? query = null, CancellationToken cancellationToken = default)
        => SendForOneAsync<User>(s_get, [id.ToString()], query?.Invoke(new()), null, cancellationToken);

    public virtual Task<Geography> GetGeographyAsync(Id<User> id, CancellationToken cancellationToken = default)
        => SendForOneAsync<Geography>(s_geography, [id.ToString()], null, null, cancellationToken);

    public virtual Task<UserCapacity> GetCapacityAsync(Id<User> id, CancellationToken cancellationToken = default)
        => SendForObjectAsync<UserCapacity>(s_capacity, [id.ToString()], null, null, UserCapacity.Shape, cancellationToken);

    public virtual Task<IReadOnlyDictionary<string, ExchangeTable>> GetExchangeTablesAsync(CancellationToken cancellationToken = default)
        => SendForMapAsync<ExchangeTable>(s_tables, [], null, null, ExchangeTable.Shape, cancellationToken);

    public virtual Task SetSkillsAsync(Id<User> id, UserSkillsRequest skills, CancellationToken cancellationToken = default)
        => SendAsync(s_skills, [id.ToString()], null, skills, cancellationToken);
}

public partial class UsersListQuery : ListQuery<UsersListQuery, User>
{
    internal UsersListQuery(ListSource source) : base(source) { }

    public UsersListQuery BelongingToOrgs(OrganizationIds value) => SetFilter("belonging_to_orgs", value);
    public UsersListQuery ByCustomChoiceValue(params CustomFieldChoices[] values) => SetFilters("by_custom_choice_value", values);
    public UsersListQuery ByCustomCurrencyValue(params CustomFieldAmount[] values) => SetFilters("by_custom_currency_value", values);
    public UsersListQuery ByCustomDateField(params CustomFieldDates[] values) => SetFilters("by_custom_date_field", values, ';');
    public UsersListQuery ByCustomDateValue(params CustomFieldDates[] values) => SetFilters("by_custom_date_value", values);
    public UsersListQuery ByCustomNumberValue(params CustomFieldNumber[] values) => SetFilters("by_custom_number_value", values);
    public UsersListQuery ByCustomTextValue(params CustomFieldText[] values) => SetFilters("by_custom_text_value", values);
    public UsersListQuery WithoutTimesheetSubmission(TimesheetGap value) => SetFilter("without_timesheet_submission", value);
    public UsersListQuery WithSkills(SkillLevels value) => SetFilter("with_skills", value);
    public UsersListQuery WithSkillsAsJson(SkillLevels value) => SetJson("with_skills", value);
}

public partial class UsersQuery : EntityQuery<UsersQuery>
{
    public UsersQuery AddDepartments() => Include("departments");
    public UsersQuery AddGeography() => Include("geography");
}

public partial class User : KantataEntity<User>
{
    internal static readonly ObjectShape Shape = new(static () => new User(), "bio", "department_ids", "geography_id", "id", "organization_ids", "subject_ref", "task_id");

    private string? _bio;
    private IReadOnlyList<Id<Department>>? _departmentIds;

    public string? Bio { get { NeedsOptionalField(1, "bio", "AskForBio"); return _bio; } set { _bio = value; Receive(1); } }
    public IReadOnlyList<Id<Department>>? DepartmentIds { get { NeedsInclude(0, "departments", "AddDepartments"); return _departmentIds; } set { _departmentIds = value; Receive(0); } }
    public Id<Geography>? GeographyId { get; set; }
    public IReadOnlyList<Id<Organization>>? OrganizationIds { get; set; }
    public KantataReference? SubjectRef { get; set; }
    public Id<Invoice>? TaskId { get; set; }

    public IReadOnlyList<Department> Departments { get => Many(0, "departments", "organizations", _departmentIds, Received(0), "AddDepartments"); set => Assign(0, value); }
    public Geography? Geography { get => One(1, "geography", "organizations", GeographyId ?? default, method: "AddGeography"); set => Assign(1, value); }
    public IReadOnlyList<Organization> Organizations { get => Many(2, "organizations", "organizations", OrganizationIds); set => Assign(2, value); }
    public KantataEntity? Subject { get => OneOf(3, "subject", SubjectRef, idReceived: false, "AddSubject"); set => Assign(3, value); }

    // What no generator should write: the collection holds stories, and an invoice is looked for in it.
    public Invoice? Task { get => One(4, "task", "stories", TaskId ?? default); set => Assign(4, value); }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: _bio = json.String(); Receive(1); break;
                case 1: _departmentIds = json.Ids<Department>(); Receive(0); break;
                case 2: GeographyId = json.Id<Geography>(); break;
                case 3: Id = json.Id<User>() ?? default; break;
                case 4: OrganizationIds = json.Ids<Organization>(); break;
                case 5: SubjectRef = json.Reference(); break;
                case 6: TaskId = json.Id<Invoice>(); break;
            }
        }
    }
}

public partial class Organization : KantataEntity<Organization>
{
    internal static readonly ObjectShape Shape = new(static () => new Organization(), "id", "level", "name");

    public string? Level { get; set; }
    public string? Name { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<Organization>() ?? default; break;
                case 1: Level = json.String(); break;
                case 2: Name = json.String(); break;
            }
        }
    }
}

public partial class Geography : KantataEntity<Geography>
{
    internal static readonly ObjectShape Shape = new(static () => new Geography(), "id", "level", "name", "parent_id", "story_ids");

    private IReadOnlyList<Id<Story>>? _storyIds;

    public long? Level { get; set; }
    public string? Name { get; set; }
    public Id<Geography>? ParentId { get; set; }
    public IReadOnlyList<Id<Story>>? StoryIds { get { NeedsInclude(0, "stories"); return _storyIds; } set { _storyIds = value; Receive(0); } }

    public Geography? Parent { get => One(0, "parent", "organizations", ParentId ?? default); set => Assign(0, value); }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<Geography>() ?? default; break;
                case 1: Level = json.Int64(); break;
                case 2: Name = json.String(); break;
                case 3: ParentId = json.Id<Geography>(); break;
                case 4: _storyIds = json.Ids<Story>(); Receive(0); break;
            }
        }
    }
}

public partial class Department : KantataEntity<Department>
{
    internal static readonly ObjectShape Shape = new(static () => new Department(), "id", "name");

    public string? Name { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<Department>() ?? default; break;
                case 1: Name = json.String(); break;
            }
        }
    }
}

public partial class UserCapacity : KantataObject
{
    internal static readonly ObjectShape Shape = new(static () => new UserCapacity(), "hours", "labels", "shares", "statuses");

    public IReadOnlyDictionary<string, decimal>? Hours { get; set; }
    public IReadOnlyDictionary<string, string>? Labels { get; set; }
    public IReadOnlyList<decimal>? Shares { get; set; }
    public IReadOnlyDictionary<string, MilestoneStatus>? Statuses { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Hours = json.DecimalMap(); break;
                case 1: Labels = json.StringMap(); break;
                case 2: Shares = json.Decimals(); break;
                case 3: Statuses = json.Map<MilestoneStatus>(MilestoneStatus.Shape); break;
            }
        }
    }
}

public partial class ExchangeTable : KantataEntity<ExchangeTable>
{
    internal static readonly ObjectShape Shape = new(static () => new ExchangeTable(), "id", "name");

    public string? Name { get; set; }

    protected override void ReadMembers(MemberOrder order, ref JsonCursor json)
    {
        for (int member = -1; (member = json.NextMember(this, order, member)) >= 0;)
        {
            switch (member)
            {
                case 0: Id = json.Id<ExchangeTable>() ?? default; break;
                case 1: Name = json.String(); break;
            }
        }
    }
}

public partial class UserSkillsRequest : RequestModel
{
    private IReadOnlyList<decimal>? _shares; private IReadOnlyDictionary<string, decimal>? _hours; private IReadOnlyDictionary<string, ExternalReferenceRequest>? _references;
    private IReadOnlyList<Id<Workspace>>? _workspaceIds; private IReadOnlyList<string>? _names; private IReadOnlyList<long>? _levels; private IReadOnlyList<DateOnly>? _days;
    private IReadOnlyDictionary<string, string>? _labels; private KantataReference? _subject;

    public IReadOnlyList<decimal>? Shares { get => _shares; set { _shares = value; Set(0); } }
    public IReadOnlyDictionary<string, decimal>? Hours { get => _hours; set { _hours = value; Set(1); } }
    public IReadOnlyDictionary<string, ExternalReferenceRequest>? References { get => _references; set { _references = value; Set(2); } }
    public IReadOnlyList<Id<Workspace>>? WorkspaceIds { get => _workspaceIds; set { _workspaceIds = value; Set(3); } }
    public IReadOnlyList<string>? Names { get => _names; set { _names = value; Set(4); } }
    public IReadOnlyList<long>? Levels { get => _levels; set { _levels = value; Set(5); } }
    public IReadOnlyList<DateOnly>? Days { get => _days; set { _days = value; Set(6); } }
    public IReadOnlyDictionary<string, string>? Labels { get => _labels; set { _labels = value; Set(7); } }
    public KantataReference? Subject { get => _subject; set { _subject = value; Set(8); } }

    protected override void WriteMembers(RequestWriter json)
    {
        if (IsSet(0)) json.WriteDecimals("shares", _shares);
        if (IsSet(1)) json.WriteDecimalMap("hours", _hours);
        if (IsSet(2)) json.WriteObjectMap<ExternalReferenceRequest>("references", _references);
        if (IsSet(3)) json.WriteIdList<Workspace>("workspace_ids", _workspaceIds);
        if (IsSet(4)) json.WriteStringList("names", _names);
        if (IsSet(5)) json.WriteInt64List("levels", _levels);
        if (IsSet(6)) json.WriteDateList("days", _days);
        if (IsSet(7)) json.WriteStringMap("labels", _labels);
        if (IsSet(8)) json.WriteReference("subject", _subject);
    }

    protected override void Validate(RequestValidator check) => check.Nested("references", _references);
}
