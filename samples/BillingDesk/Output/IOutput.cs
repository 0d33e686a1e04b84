namespace BillingDesk.Output;

/// <summary>Where the work is shown.</summary>
internal interface IOutput
{
    /// <summary>Begins a part of the work.</summary>
    void Heading(string text);

    void Line(string text);

    void Show(Sheet sheet);

    /// <summary>Does something that takes a while and shows how far it is.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="total">What is reported when it is done.</param>
    /// <param name="work">Does it, and reports how far it is.</param>
    Task<T> ShowProgressAsync<T>(string what, int total, Func<IProgress<int>, Task<T>> work);
}
