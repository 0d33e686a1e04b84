using System;
using System.Linq.Expressions;
using System.Threading.Tasks;

// Of the libraries that make substitutes, what the corpus uses: another assembly, as theirs are.
namespace NSubstitute
{
    public static class Substitute
    {
        public static T For<T>()
            where T : class => default!;
    }

    public static class Received
    {
        public static void InOrder(Action calls) => calls();
    }

    public static class SubstituteExtensions
    {
        public static T Received<T>(this T substitute) => substitute;

        public static T Received<T>(this T substitute, int times) => times > 0 ? substitute : throw new ArgumentOutOfRangeException(nameof(times));

        public static T DidNotReceive<T>(this T substitute) => substitute;

        public static void Returns<T>(this Task<T> call, T value) => Console.WriteLine($"{call} {value}");

        public static WhenCalled<T> When<T>(this T substitute, Action<T> call) => new(substitute, call);
    }

    public sealed record WhenCalled<T>(T Substitute, Action<T> Call)
    {
        public void Do(Action action) => action();
    }
}

namespace Moq
{
    public sealed class Mock<T>
        where T : class
    {
        public T Object => default!;

        public Call<TResult> Setup<TResult>(Expression<Func<T, TResult>> call) => new(call);

        public void Verify(Expression<Action<T>> call) => Console.WriteLine(call);

        public void Check(Action<T> call) => call(Object);
    }

    public sealed record Call<TResult>(Expression Expression)
    {
        public void Returns(TResult result) => Console.WriteLine(result);
    }
}

namespace FakeItEasy
{
    public static class A
    {
        public static T Fake<T>()
            where T : class => default!;

        public static void CallTo<T>(Expression<Func<T>> call) => Console.WriteLine(call);
    }
}
