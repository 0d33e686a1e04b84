using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

public sealed class DefaultReaderTests
{
    [Theory]
    [InlineData("Keeps only paid invoices when true. Defaults to false.", ValueType.Boolean, "false")]
    [InlineData("The default is `True`.", ValueType.Boolean, "true")]
    [InlineData("Records on a page: 20 unless given, at most 200.", ValueType.Integer, "20")]
    [InlineData("The page to answer (default: 1).", ValueType.Integer, "1")]
    [InlineData("Default value is 0.", ValueType.Integer, "0")]
    [InlineData("Valid values: `only` and `exclude`. Defaults to exclude.", ValueType.String, "exclude")]
    [InlineData("Defaults to `add_another_role`.", ValueType.String, "add_another_role")]
    [InlineData("It is true by default.", ValueType.Boolean, "true")]
    public void Defaults(string text, ValueType type, string value) => Assert.Equal(value, Read.Parameter(text, "value", type).Default);

    [Theory]
    [InlineData("Defaults to today.", ValueType.String)]
    [InlineData("Defaults to the date of the invoice.", ValueType.String)]
    [InlineData("Defaults to the number of days in the month.", ValueType.Integer)]
    [InlineData("The default rate of the role.", ValueType.Number)]
    [InlineData("Whether it is the default.", ValueType.Boolean)]
    [InlineData("Returns true if set.", ValueType.Boolean)]
    [InlineData("True when another one is chosen.", ValueType.Boolean)]
    [InlineData("", ValueType.String)]
    public void What_may_be_prose_is_no_default(string text, ValueType type) => Assert.Null(Read.Parameter(text, "value", type).Default);
}
