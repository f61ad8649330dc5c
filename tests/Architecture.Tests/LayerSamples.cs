// Every way in which compiled code can name a type, one namespace each, for LayerTests.
#pragma warning disable IDE0130 // Namespace does not match folder structure: they are what is tested.
#pragma warning disable CA1812 // Never instantiated: they are only read.

namespace HwToken.Architecture.Tests.Samples
{
    internal static class Parent
    {
        public static int Number { get; } = 1;
    }
}

namespace HwToken.Architecture.Tests.Samples.Used
{
    internal interface IThing;

    internal class Thing : IThing
    {
        public static void Touch() => GC.KeepAlive(typeof(Thing));
    }

    internal sealed class Things<T>
    {
        public static int Count { get; } = 1;
    }

    internal sealed class ThingException : Exception;

    internal static class Tool
    {
        public static void Use<T>() => GC.KeepAlive(typeof(T));
    }
}

namespace HwToken.Architecture.Tests.Samples.ByBase
{
    internal sealed class Sample : Used.Thing;
}

namespace HwToken.Architecture.Tests.Samples.ByInterface
{
    internal sealed class Sample : Used.IThing;
}

namespace HwToken.Architecture.Tests.Samples.ByConstraint
{
    internal sealed class Sample<T>
        where T : Used.IThing;
}

namespace HwToken.Architecture.Tests.Samples.ByField
{
    internal sealed class Sample
    {
        public IReadOnlyList<Used.Thing[]> Things { get; } = [];
    }
}

namespace HwToken.Architecture.Tests.Samples.ByParameter
{
    internal abstract class Sample
    {
        public abstract void Take(ref Used.Thing thing);
    }
}

namespace HwToken.Architecture.Tests.Samples.ByLocal
{
    internal static class Sample
    {
        public static void Run()
        {
            Used.Thing? thing = null;
            GC.KeepAlive(thing);
            GC.KeepAlive(thing); // read twice, it stays a local when optimized too
        }
    }
}

namespace HwToken.Architecture.Tests.Samples.ByNew
{
    internal static class Sample
    {
        public static object Run() => new Used.Thing();
    }
}

namespace HwToken.Architecture.Tests.Samples.ByStaticCall
{
    internal static class Sample
    {
        public static void Run() => Used.Thing.Touch();
    }
}

namespace HwToken.Architecture.Tests.Samples.ByGenericCall
{
    internal static class Sample
    {
        public static void Run() => GC.KeepAlive(Array.Empty<Used.Thing>());
    }
}

namespace HwToken.Architecture.Tests.Samples.ByGenericMember
{
    internal static class Sample
    {
        public static int Run() => Used.Things<int>.Count;
    }
}

namespace HwToken.Architecture.Tests.Samples.ByCatch
{
    internal static class Sample
    {
        public static void Run()
        {
            try
            {
                GC.KeepAlive(null);
            }
            catch (Used.ThingException)
            {
            }
        }
    }
}

namespace HwToken.Architecture.Tests.Samples.ByTypeOf
{
    internal static class Sample
    {
        public static Type Run() => typeof(Used.Thing);
    }
}

namespace HwToken.Architecture.Tests.Samples.ByCast
{
    internal static class Sample
    {
        public static bool Run(object thing) => thing is Used.IThing;
    }
}

namespace HwToken.Architecture.Tests.Samples.ByLambda
{
    internal static class Sample
    {
        public static Func<int, object> Run() => number => number == 0 ? "" : new Used.Thing();
    }
}

namespace HwToken.Architecture.Tests.Samples.ByAsync
{
    internal static class Sample
    {
        public static async Task RunAsync()
        {
            await Task.Yield();
            Used.Tool.Use<string>();
        }
    }
}

namespace HwToken.Architecture.Tests.Samples.ByNestedType
{
    internal static class Sample
    {
        private sealed class Nested : Used.Thing;
    }
}

namespace HwToken.Architecture.Tests.Samples.ByCallAfterSwitch
{
    internal static class Sample
    {
        public static double Run(int number)
        {
            double result = number switch { 0 => 0.5, 1 => 2, 2 => 7, 3 => long.MaxValue, 4 => 3.25f, _ => number };
            Used.Thing.Touch();
            return result;
        }
    }
}

namespace HwToken.Architecture.Tests.Samples.Child
{
    internal static class Sample
    {
        public static int Run() => Parent.Number;
    }
}

namespace HwToken.Architecture.Tests.Samples.First
{
    internal static class One
    {
        public static void Run() => Second.Two.Run();
    }
}

namespace HwToken.Architecture.Tests.Samples.Second
{
    internal static class Two
    {
        public static void Run() => Third.Three.Run();
    }
}

namespace HwToken.Architecture.Tests.Samples.Third
{
    internal static class Three
    {
        public static void Run()
        {
            First.One.Run();
            Used.Thing.Touch();
        }
    }
}
