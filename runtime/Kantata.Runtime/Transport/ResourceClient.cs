using System.ComponentModel;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>What the operations of a resource are made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResourceClient
{
    private readonly KantataConnection? _connection;

    /// <summary>Makes a resource that sends by a connection.</summary>
    protected ResourceClient(KantataConnection connection) => _connection = connection;

    /// <summary>Makes a resource that sends nothing; for substitutes in tests.</summary>
    protected ResourceClient()
    {
    }

    private KantataConnection Connection => _connection ?? throw Substitute.HasNoConnection(this);

    /// <summary>Where a list comes from.</summary>
    protected ListSource Source(Operation operation, params string[] pathArguments) =>
        new(Connection, operation, operation.PathWith(pathArguments));

    /// <summary>Sends an operation that answers an envelope with one object asked for.</summary>
    protected Task<T> SendForOneAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, CancellationToken cancellationToken)
        where T : KantataEntity => ReadOneAsync<T>(Call(operation, pathArguments, query, body), operation, ParametersOf(query), cancellationToken);

    /// <summary>Sends an operation that answers an envelope and is not a list of pages.</summary>
    protected Task<IReadOnlyList<T>> SendForManyAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, CancellationToken cancellationToken)
        where T : KantataEntity => ReadManyAsync<T>(Call(operation, pathArguments, query, body), operation, ParametersOf(query), cancellationToken);

    /// <summary>Sends an operation that answers a plain object.</summary>
    protected Task<T> SendForObjectAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, ObjectShape shape, CancellationToken cancellationToken)
        where T : KantataObject => ReadObjectAsync<T>(Call(operation, pathArguments, query, body), ParametersOf(query), shape, cancellationToken);

    /// <summary>Sends an operation that answers a bare array of objects.</summary>
    protected Task<IReadOnlyList<T>> SendForArrayAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, ObjectShape shape, CancellationToken cancellationToken)
        where T : KantataObject => ReadArrayAsync<T>(Call(operation, pathArguments, query, body), ParametersOf(query), shape, cancellationToken);

    /// <summary>Sends an operation that answers one bare object of objects by their ids.</summary>
    protected Task<IReadOnlyDictionary<string, T>> SendForMapAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, ObjectShape shape, CancellationToken cancellationToken)
        where T : KantataObject => ReadMapAsync<T>(Call(operation, pathArguments, query, body), ParametersOf(query), shape, cancellationToken);

    /// <summary>Sends an operation whose answer no document describes; a default value where it has no body.</summary>
    protected Task<JsonElement> SendForJsonAsync(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, CancellationToken cancellationToken) =>
        Connection.SendForJsonAsync(Call(operation, pathArguments, query, body), cancellationToken);

    /// <summary>Sends an operation that answers a file. The caller disposes of the stream, which is read as it comes.</summary>
    protected Task<Stream> SendForFileAsync(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, CancellationToken cancellationToken) =>
        Connection.SendForFileAsync(Call(operation, pathArguments, query, body), cancellationToken);

    /// <summary>Sends an operation whose answer is not read.</summary>
    protected Task SendAsync(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body, CancellationToken cancellationToken) =>
        Connection.SendForNothingAsync(Call(operation, pathArguments, query, body), cancellationToken);

    /// <summary>Sends many requests in batches, one after the other, and gives what came of them in the order of the input. All are checked before the first batch is sent.</summary>
    /// <exception cref="KantataRequestException">One of the requests breaks a rule.</exception>
    /// <exception cref="KantataBatchException">A batch failed.</exception>
    /// <exception cref="KantataBatchCanceledException">The call was ended.</exception>
    protected Task<IReadOnlyList<T>> SendBatchesAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, IEnumerable<RequestModel> bodies, IProgress<KantataBatchProgress>? progress, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        ArgumentNullException.ThrowIfNull(bodies);
        RequestModel[] all = [.. bodies];
        return all.Contains(null!)
            ? throw new ArgumentException("One of the requests is null.", nameof(bodies))
            : Batches<T>(operation, pathArguments, query, progress).SendAsync(all, cancellationToken);
    }

    /// <summary>Sends requests in batches as they come, one after the other, and gives what came of them in their order. Those of a batch are checked before it is sent.</summary>
    /// <exception cref="KantataBatchException">A batch failed, one of its requests breaks a rule, or the requests ended with a failure.</exception>
    /// <exception cref="KantataBatchCanceledException">The call was ended.</exception>
    protected Task<IReadOnlyList<T>> SendBatchesAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, IAsyncEnumerable<RequestModel> bodies, IProgress<KantataBatchProgress>? progress, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        ArgumentNullException.ThrowIfNull(bodies);
        return Batches<T>(operation, pathArguments, query, progress).SendAsync(bodies, cancellationToken);
    }

    /// <summary>Deletes many by their ids in batches, one after the other, and gives the ids of those that were deleted. All are checked before the first batch is sent.</summary>
    /// <exception cref="KantataRequestException">One of the ids is the default value, which is no id.</exception>
    /// <exception cref="KantataBatchException">A batch failed.</exception>
    /// <exception cref="KantataBatchCanceledException">The call was ended.</exception>
    protected Task<IReadOnlyList<Id<T>>> DeleteBatchesAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, IEnumerable<Id<T>> ids, IProgress<KantataBatchProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Deletes<T>(operation, pathArguments, progress).SendAsync([.. ids], cancellationToken);
    }

    /// <summary>Deletes many by their ids in batches as they come, one after the other, and gives the ids of those that were deleted.</summary>
    /// <exception cref="KantataBatchException">A batch failed, one of the ids is the default value, or the ids ended with a failure.</exception>
    /// <exception cref="KantataBatchCanceledException">The call was ended.</exception>
    protected Task<IReadOnlyList<Id<T>>> DeleteBatchesAsync<T>(Operation operation, ReadOnlySpan<string> pathArguments, IAsyncEnumerable<Id<T>> ids, IProgress<KantataBatchProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Deletes<T>(operation, pathArguments, progress).SendAsync(ids, cancellationToken);
    }

    private BatchSender<RequestModel, T> Batches<T>(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, IProgress<KantataBatchProgress>? progress)
        where T : KantataEntity =>
        new(Connection, new RequestBatches<T>(TakingMany(operation), operation.PathWith(pathArguments), ParametersOf(query), Connection), progress);

    private BatchSender<Id<T>, Id<T>> Deletes<T>(Operation operation, ReadOnlySpan<string> pathArguments, IProgress<KantataBatchProgress>? progress) =>
        new(Connection, new IdBatches<T>(TakingMany(operation), operation.PathWith(pathArguments)), progress);

    private static Operation TakingMany(Operation operation) =>
        operation.BulkKey is null ? throw new ArgumentException($"{operation.Path} takes one object only.", nameof(operation)) : operation;

    private async Task<T> ReadOneAsync<T>(ApiCall call, Operation operation, QueryParameters parameters, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        using ResponseBody body = await Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return EnvelopeReader.Read(body, operation, parameters, Connection).ToOne<T>();
    }

    private async Task<IReadOnlyList<T>> ReadManyAsync<T>(ApiCall call, Operation operation, QueryParameters parameters, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        using ResponseBody body = await Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return EnvelopeReader.Read(body, operation, parameters, Connection).ToMany<T>();
    }

    private async Task<T> ReadObjectAsync<T>(ApiCall call, QueryParameters parameters, ObjectShape shape, CancellationToken cancellationToken)
        where T : KantataObject
    {
        using ResponseBody body = await Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return AnswerReader.ReadObject<T>(body, shape, parameters, Connection);
    }

    private async Task<IReadOnlyList<T>> ReadArrayAsync<T>(ApiCall call, QueryParameters parameters, ObjectShape shape, CancellationToken cancellationToken)
        where T : KantataObject
    {
        using ResponseBody body = await Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return AnswerReader.ReadArray<T>(body, shape, parameters, Connection);
    }

    private async Task<IReadOnlyDictionary<string, T>> ReadMapAsync<T>(ApiCall call, QueryParameters parameters, ObjectShape shape, CancellationToken cancellationToken)
        where T : KantataObject
    {
        using ResponseBody body = await Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return AnswerReader.ReadMap<T>(body, shape, parameters, Connection);
    }

    private static ApiCall Call(Operation operation, ReadOnlySpan<string> pathArguments, QueryBase? query, KantataRequest? body)
    {
        if (body is not null)
        {
            RequestValidator.Check(operation.BodyKey, body);
        }

        QueryText text = new();
        ParametersOf(query).WriteTo(ref text);
        return new ApiCall(operation.Method, operation.PathWith(pathArguments), text.ToText(), body?.CreateBody(operation.BodyKey)) { Operation = operation };
    }

    private static QueryParameters ParametersOf(QueryBase? query) => query?.Parameters ?? default;
}
