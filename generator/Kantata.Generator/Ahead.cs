namespace Kantata.Generator;

/// <summary>
/// Work that another core may do before its result is asked for. Whoever makes many before asking for the first spreads them over
/// the cores; what no other core has begun is done by whoever asks.
/// </summary>
#pragma warning disable CA1001 // a task whose wait handle nobody asks for has nothing to dispose of
internal sealed class Ahead<T>
#pragma warning restore CA1001
{
    private readonly Task<T> _work;
    private int _isBegun;

    /// <summary>Offers the work to other cores.</summary>
    public Ahead(Func<T> work)
    {
        _work = new Task<T>(work);
        ThreadPool.QueueUserWorkItem(static ahead => ((Ahead<T>)ahead!).Begin(), this);
    }

    /// <summary>The result. What the work threw is thrown here.</summary>
    public T Result
    {
        get
        {
            Begin();
            return _work.GetAwaiter().GetResult();
        }
    }

    private void Begin()
    {
        if (Interlocked.Exchange(ref _isBegun, 1) == 0)
        {
            _work.RunSynchronously(TaskScheduler.Default);
        }
    }
}
