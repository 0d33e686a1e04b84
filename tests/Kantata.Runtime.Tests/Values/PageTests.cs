namespace Kantata.Runtime.Tests.Values;

public class PageTests
{
    [Fact]
    public void A_page_is_the_list_of_its_objects()
    {
        Page<string> page = new(["a", "b"], totalCount: 5, pageNumber: 2, pageSize: 2, pageCount: 3);

        Assert.Equal(["a", "b"], page);
        Assert.Equal(2, page.Count);
        Assert.Equal("b", page[1]);
        Assert.True(page.HasNext);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1, 0)]
    [InlineData(9, 3)]
    public void The_last_page_and_those_behind_it_have_none_after_them(int number, int count)
    {
        Page<string> page = new([], totalCount: 0, pageNumber: number, pageSize: 2, pageCount: count);

        Assert.False(page.HasNext);
    }
}
