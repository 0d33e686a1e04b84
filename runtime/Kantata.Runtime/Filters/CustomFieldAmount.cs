using Kantata.Runtime;

namespace Kantata;

/// <summary>A filter by the amount of money in a custom field, written <c>FIELD:AMOUNT</c> or <c>FIELD:AMOUNT:CURRENCY</c>.</summary>
public sealed class CustomFieldAmount : CustomFieldFilter
{
    private CustomFieldAmount(IdValue field, string value)
        : base(field, value)
    {
    }

    /// <summary>Keeps what has this amount.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <param name="amount">The amount, in the currency's unit: <c>200.2</c> is two hundred dollars and twenty cents.</param>
    /// <param name="currency">The currency's ISO 4217 code, <c>USD</c> for instance; null for whatever currency.</param>
    /// <exception cref="ArgumentException">The id is not a number, or the currency is not three letters.</exception>
    public static CustomFieldAmount Of(IdValue field, decimal amount, string? currency = null)
    {
        if (currency is null)
        {
            return new(field, QueryValue.Of(amount));
        }

        return currency.Length == 3 && currency.All(char.IsAsciiLetter)
            ? new(field, $"{QueryValue.Of(amount)}:{currency.ToUpperInvariant()}")
            : throw new ArgumentException($"\"{currency}\" is not the code of a currency, which has three letters.", nameof(currency));
    }
}
