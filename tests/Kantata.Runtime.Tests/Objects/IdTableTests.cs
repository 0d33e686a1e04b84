namespace Kantata.Runtime.Tests.Objects;

public class IdTableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 37)]
    [InlineData(9, 37)]
    [InlineData(200, 1)]
    [InlineData(200, 37)]
    [InlineData(5000, 1 << 20)]
    public void Each_value_is_found_by_its_id_and_no_other_is(int count, long step)
    {
        foreach (int expected in (int[])[0, 1, count])
        {
            IdTable<string> table = new();
            table.Expect(expected);
            for (int i = 0; i < count; i++)
            {
                table.Set(1 + (i * step), $"value {i}");
            }

            for (int i = 0; i < count; i++)
            {
                Assert.Equal($"value {i}", table.Find(1 + (i * step)));
            }

            Assert.Null(table.Find(1 + (count * step)));
            Assert.Null(table.Find(0));
            Assert.Null(table.Find(default));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public void Of_several_values_of_one_id_the_last_stays(int others)
    {
        IdTable<string> table = new();
        table.Set((IdValue)"42:percent_complete", "first");
        for (int i = 0; i < others; i++)
        {
            table.Set(i, "another");
        }

        table.Set((IdValue)"42:percent_complete", "last");

        Assert.Equal("last", table.Find((IdValue)"42:percent_complete"));
        Assert.Equal("another", table.Find(others - 1));
    }
}
