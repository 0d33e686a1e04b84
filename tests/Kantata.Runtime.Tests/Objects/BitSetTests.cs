namespace Kantata.Runtime.Tests.Objects;

public class BitSetTests
{
    [Fact]
    public void A_set_holds_exactly_what_was_added_however_large_the_numbers()
    {
        int[] added = [0, 1, 62, 63, 64, 65, 127, 128, 300];
        BitSet set = default;
        foreach (int bit in added)
        {
            set.Add(bit);
        }

        Assert.Equal(added, Enumerable.Range(0, 400).Where(set.Contains));
    }

    [Fact]
    public void A_copy_of_a_small_set_is_a_set_of_its_own()
    {
        BitSet first = default;
        first.Add(3);
        BitSet second = first;
        second.Add(4);

        Assert.False(first.Contains(4));
        Assert.True(second.Contains(3));
    }
}
