using System.Text;

namespace HwToken.Demo;

/// <summary>Tells what a program writes, line by line, as something that it said.</summary>
internal sealed class LineWriter(IStage stage) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        switch (value)
        {
            case '\n':
                stage.Say($"  {_line}");
                _line.Clear();
                break;
            case '\r':
                break;
            default:
                _line.Append(value);
                break;
        }
    }

    public override void Flush()
    {
        if (_line.Length > 0)
        {
            Write('\n');
        }
    }
}
