using System.Text;

namespace Kantata.Runtime.Tests.Json;

public class NameTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(107)]
    [InlineData(1000)]
    public void Every_name_is_found_and_no_other(int count)
    {
        string[] names = Enumerable.Range(0, count).Select(i => $"member_{i}").ToArray();
        NameTable table = new(names);

        for (int i = 0; i < count; i++)
        {
            byte[] name = Encoding.UTF8.GetBytes(names[i]);
            Assert.Equal(i, table.Find(name));
        }

        Assert.Equal(-1, table.Find("member_"u8));
        Assert.Equal(-1, table.Find("Member_0"u8));
        Assert.Equal(-1, table.Find(""u8));
    }

    [Fact]
    public void A_table_without_names_finds_none() => Assert.Equal(-1, new NameTable([]).Find("id"u8));
}
