using System.Numerics;
using System.Text;

namespace Kantata.Runtime;

/// <summary>
/// The names of an object's members, found by their UTF-8 bytes. Objects of one type nearly always carry their members in
/// one order, so the member that followed last time is tried first; a hash table finds the others.
/// </summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly int[] _slots;

    public NameTable(string[] names)
    {
        _names = Array.ConvertAll(names, Encoding.UTF8.GetBytes);

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

    /// <summary>The position of a name, or -1; the name at <paramref name="expected"/>, unless that is -1, is tried first.</summary>
    public int Find(ReadOnlySpan<byte> name, int expected)
    {
        if (expected >= 0 && name.SequenceEqual(_names[expected]))
        {
            return expected;
        }

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
