using System.Numerics;
using System.Text;

namespace Kantata.Runtime;

/// <summary>
/// The names of an object's members: found by their UTF-8 bytes in a hash table, and as they are expected in JSON, so that most are told by
/// one comparison.
/// </summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly ExpectedMember?[][] _expected;
    private readonly int[] _slots;

    public NameTable(string[] names)
    {
        _names = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
        _expected = [new ExpectedMember?[names.Length], new ExpectedMember?[names.Length], new ExpectedMember?[names.Length]];

        // At most half full, so that a name which is not here is soon known not to be.
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(names.Length, 1) * 2)];
        for (int i = 0; i < _names.Length; i++)
        {
            uint slot = Hash(_names[i]);
            while (_slots[slot & (_slots.Length - 1)] != 0)
            {
                slot++;
            }

            _slots[slot & (_slots.Length - 1)] = i + 1;
        }
    }

    public int Count => _names.Length;

    /// <summary>Makes a member be expected; null where it cannot be. Whoever asks first makes it; several at once make the same.</summary>
    /// <param name="index">Its position.</param>
    /// <param name="place">Where it stands.</param>
    public ExpectedMember? Expect(int index, MemberPlace place)
    {
        ref ExpectedMember? expected = ref _expected[(int)place][index];
        if (expected is null && JsonPrefix.CanBeMember(_names[index]))
        {
            expected = new ExpectedMember(index, JsonPrefix.OfMember(_names[index], place));
        }

        return expected;
    }

    /// <summary>The position of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (uint slot = Hash(name); ; slot++)
        {
            int index = _slots[slot & (_slots.Length - 1)] - 1;
            if (index < 0 || name.SequenceEqual(_names[index]))
            {
                return index;
            }
        }
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash;
    }
}
