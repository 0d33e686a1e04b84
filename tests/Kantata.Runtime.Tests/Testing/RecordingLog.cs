using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kantata.Runtime.Tests.Testing;

/// <summary>Keeps everything that is logged.</summary>
public sealed class RecordingLog(LogLevel from = LogLevel.Trace) : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly ConcurrentQueue<string> _categories = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public IReadOnlyList<string> Categories => [.. _categories];

    public ILogger CreateLogger(string categoryName)
    {
        _categories.Enqueue(categoryName);
        return this;
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        _entries.Enqueue(new LogEntry(logLevel, eventId.Id, formatter(state, exception), exception));
    }

    public void Dispose()
    {
    }
}

/// <summary>One event of a log.</summary>
public sealed record LogEntry(LogLevel Level, int Id, string Text, Exception? Exception);
