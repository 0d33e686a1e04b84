using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// An object that the API answers. It knows the response that it came in, and so finds its associations among what came
/// along. One that is made by an object initializer belongs to no response: its associations are what was assigned to them,
/// else null or empty.
/// </summary>
public abstract class KantataObject
{
    // Of the bits the highest is ours: it marks an object that came along and was not itself asked for.
    private const int InlineBits = 63;
    private const ulong CameAlong = 1UL << InlineBits;

    private ResponseScope? _scope;
    private ObjectExtras? _extras;
    private ulong _bits;

    /// <summary>
    /// The members that no document names, by the API's names; empty unless <see cref="KantataClientOptions.KeepUnknownMembers"/> is set.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers => _extras?.UnknownMembers ?? ObjectExtras.NoMembers;

    /// <summary>Reads the members, each told by its position in the type's table of names.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void ReadMembers(MemberOrder order, ref JsonCursor json);

    /// <summary>Notes that a member which is not always sent was received or assigned.</summary>
    // With the bit, which every caller writes out, this is one instruction where it is inlined.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Receive(int bit)
    {
        if (bit < InlineBits)
        {
            _bits |= 1UL << bit;
        }
        else
        {
            (_extras ??= new ObjectExtras()).Receive(bit - InlineBits);
        }
    }

    /// <summary>Whether a member which is not always sent was received or assigned.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool Received(int bit) =>
        bit < InlineBits ? (_bits & (1UL << bit)) != 0 : _extras is not null && _extras.Received(bit - InlineBits);

    /// <summary>Throws where a member that comes with an association was neither asked for nor received.</summary>
    /// <param name="bit">Which of the members that are not always sent.</param>
    /// <param name="association">The association, by the API's name.</param>
    /// <param name="method">The query's method to add, where it is not <c>Include</c> and the association in PascalCase.</param>
    /// <param name="member">The member that is read.</param>
    /// <exception cref="AssociationNotIncludedException">The association was not included.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void NeedsInclude(int bit, string association, string? method = null, [CallerMemberName] string member = "")
    {
        if (!Received(bit) && !AskedForAssociation(association))
        {
            throw NotIncluded(association, method, member);
        }
    }

    /// <summary>Throws where an optional field was neither asked for nor received.</summary>
    /// <param name="bit">Which of the members that are not always sent.</param>
    /// <param name="field">The field, by the API's name.</param>
    /// <param name="method">The query's method to add, where it is not <c>With</c> and the field in PascalCase.</param>
    /// <param name="member">The member that is read.</param>
    /// <exception cref="FieldNotRequestedException">The field was not asked for.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void NeedsOptionalField(int bit, string field, string? method = null, [CallerMemberName] string member = "")
    {
        if (_scope is not null && !Received(bit) && (WasNotRequested || !_scope.Parameters.AsksForField(field)))
        {
            string entity = GetType().Name;
            throw new FieldNotRequestedException(Advice.ForField(entity, member, field, method, WasNotRequested), entity, member, field);
        }
    }

    /// <summary>Resolves an association to one object.</summary>
    /// <param name="slot">Where what a user assigns is kept.</param>
    /// <param name="association">The association, by the API's name.</param>
    /// <param name="collection">The collection that the object comes in.</param>
    /// <param name="id">The id of the object; an empty one where there is none.</param>
    /// <param name="idReceived">Whether the id was received, where it only comes with an include.</param>
    /// <param name="method">The query's method to add, where it is not <c>Include</c> and the association in PascalCase.</param>
    /// <param name="member">The member that is read.</param>
    /// <exception cref="AssociationNotIncludedException">The association was neither asked for nor received.</exception>
    /// <exception cref="UnreadableResponseException">The object came in a collection that several types share, and cannot be read as this one.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? One<T>(int slot, string association, string collection, Id<T> id, bool idReceived = false, string? method = null, [CallerMemberName] string member = "")
        where T : KantataEntity
    {
        if (TryGetAssigned(slot, out object? assigned))
        {
            return (T?)assigned;
        }

        if (!id.IsEmpty && _scope?.CollectionOf(collection)?.Find<T>(id.Value) is { } found)
        {
            return found;
        }

        bool receivedAsNull = idReceived && id.IsEmpty;
        return receivedAsNull || AskedForAssociation(association) ? null : throw NotIncluded(association, method, member);
    }

    /// <summary>Resolves an association to one object whose type the reference tells.</summary>
    /// <inheritdoc cref="One{T}"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected KantataEntity? OneOf(int slot, string association, KantataReference? reference, bool idReceived = false, string? method = null, [CallerMemberName] string member = "")
    {
        if (TryGetAssigned(slot, out object? assigned))
        {
            return (KantataEntity?)assigned;
        }

        if (reference is { } known && _scope?.CollectionOf(known.Key)?.Find(known.Id) is { } found)
        {
            return found;
        }

        bool receivedAsNull = idReceived && reference is null;
        return receivedAsNull || AskedForAssociation(association) ? null : throw NotIncluded(association, method, member);
    }

    /// <summary>Resolves an association to many objects, in the order of their ids. Ids of objects that did not come are skipped.</summary>
    /// <inheritdoc cref="One{T}"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected IReadOnlyList<T> Many<T>(int slot, string association, string collection, IReadOnlyList<Id<T>>? ids, bool idsReceived = false, string? method = null, [CallerMemberName] string member = "")
        where T : KantataEntity
    {
        if (TryGetAssigned(slot, out object? assigned))
        {
            return (IReadOnlyList<T>?)assigned ?? [];
        }

        List<T> found = [];
        if (ids is not null && _scope?.CollectionOf(collection) is { } entities)
        {
            foreach (Id<T> id in ids)
            {
                if (entities.Find<T>(id.Value) is { } entity)
                {
                    found.Add(entity);
                }
            }
        }

        // Without an include a part of the objects may be here for another reason: fewer than all of them is no answer.
        bool complete = ids is null ? idsReceived : found.Count == ids.Count;
        return complete || AskedForAssociation(association) ? found : throw NotIncluded(association, method, member);
    }

    /// <summary>Keeps what a user assigned to an association.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Assign(int slot, object? value) => (_extras ??= new ObjectExtras()).Assign(slot, value);

    internal void Read(MemberOrder order, ref JsonCursor json) => ReadMembers(order, ref json);

    internal void Keep(string member, JsonElement value) => (_extras ??= new ObjectExtras()).Keep(member, value);

    internal void Enter(ResponseScope scope) => _scope = scope;

    internal void MarkCameAlong() => _bits |= CameAlong;

    internal void MarkRequested() => _bits &= ~CameAlong;

    /// <summary>Notes whether another object, which is the same to the server, was itself asked for.</summary>
    internal void CameLike(KantataObject other) => _bits |= other._bits & CameAlong;

    private bool WasNotRequested => (_bits & CameAlong) != 0;

    // Where there is no response nothing could have been asked for, and nothing is missed.
    private bool AskedForAssociation(string association) =>
        _scope is null || (!WasNotRequested && _scope.Parameters.Includes(association));

    private bool TryGetAssigned(int slot, out object? value)
    {
        value = null;
        return _extras is not null && _extras.TryGetAssigned(slot, out value);
    }

    private AssociationNotIncludedException NotIncluded(string association, string? method, string member)
    {
        string entity = GetType().Name;
        return new(Advice.ForAssociation(entity, member, association, method, WasNotRequested), entity, member, association);
    }
}
