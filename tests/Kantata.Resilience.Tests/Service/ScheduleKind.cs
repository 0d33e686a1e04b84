namespace Kantata.Resilience.Tests.Service;

/// <summary>What a schedule has in store, and so what a client promises under it.</summary>
public enum ScheduleKind
{
    /// <summary>Faults that pass before the client's tries are used up: the list must be read to its end.</summary>
    Passing,

    /// <summary>Faults that may last, and answers that cannot be read: the client may give up, and must say what was done.</summary>
    Lasting,

    /// <summary>Passing faults, and records are added: none may be missed.</summary>
    Growing,

    /// <summary>Passing faults, and records are added and removed: none may come twice.</summary>
    Changing,

    /// <summary>Passing faults, and records are added and removed while the client guards against it: none may be missed.</summary>
    Guarded,
}
