namespace Kantata.Runtime;

/// <summary>
/// A page that came. It was read on arrival, unless pages share their objects: then reading it changes objects that the caller may just be
/// using, and waits until the caller asks for the page.
/// </summary>
internal sealed class ReceivedPage<T> : IDisposable
{
    private readonly ListPage<T> _page;
    private readonly Func<ResponseBody, ListPage<T>>? _read;
    private readonly ResponseBody? _body;

    public ReceivedPage(ListPage<T> page) => _page = page;

    public ReceivedPage(ResponseBody body, Func<ResponseBody, ListPage<T>> read)
    {
        _body = body;
        _read = read;
    }

    public ListPage<T> Read()
    {
        using (this)
        {
            return _read is null ? _page : _read(_body!);
        }
    }

    public void Dispose() => _body?.Dispose();
}
