// hwtoken info.
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Client.Model;
using RadioState = HwToken.Core.Protocol.RadioState;

namespace HwToken.Cli.Tokens;

/// <summary><c>hwtoken info</c>: what a token tells about itself.</summary>
internal static class InfoCommand
{
    private const int MillivoltsPerVolt = 1000;
    private const int BytesPerKibibyte = 1024;

    private sealed record Answer(string Port, string Serial, TokenInfo Info);

    public static Command Create(CommandRunner run)
    {
        var command = new Command("info", "Show a token's serial number, firmware, accounts, power, board, clock, PIN and seal");
        run.SetAction(command, _ => 0, (_, context, cancel) => ExecuteAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(CliContext context, CancellationToken cancel)
    {
        Answer answer = await TokenAccess.UseAsync(
            context, async (token, _) => new Answer(token.Port, token.Serial, await token.GetInfoAsync(cancel)), cancel);
        if (context.Global.Json)
        {
            WriteJson(answer, context.Output);
        }
        else
        {
            context.Output.Write(ToTable(answer));
        }

        return ExitStatus.Done;
    }

    private static Table ToTable(Answer answer)
    {
        TokenInfo info = answer.Info;
        var table = new Table();
        table.Add("port", answer.Port);
        table.Add("serial", answer.Serial);
        table.Add("firmware", info.Firmware.ToString());
        table.Add("board", info.Board);
        table.Add("accounts", info.Accounts is int accounts ? $"{accounts} of {info.Capacity}" : "not told while locked");
        table.Add("power", info.ExternalPower ? "USB" : "battery");
        if (info.BatteryMillivolts is int millivolts)
        {
            table.Add("battery", string.Create(CultureInfo.InvariantCulture, $"{(double)millivolts / MillivoltsPerVolt:0.00} V"));
        }

        if (info.Health is { } health)
        {
            AddHealth(table, health);
        }

        ClockReport.AddTo(table, info.Clock);
        PinReport.AddTo(table, info.Pin);
        SealReport.AddTo(table, info.Seal);
        return table;
    }

    private static void AddHealth(Table table, TokenHealth health)
    {
        if (health.Radio != RadioState.Unknown)
        {
            table.Add("radio", health.Radio switch
            {
                RadioState.Off => "off",
                RadioState.OffAfterRestart => "on until it starts again, then off",
                _ => "on",
            });
        }

        if (health.FreeHeapBytes is long free)
        {
            table.Add("heap", $"{free / BytesPerKibibyte} KiB free");
        }

        if (health.LastFault is string fault)
        {
            table.Add("last fault", fault);
        }
    }

    private static void WriteJson(Answer answer, DataWriter output) => output.Json(json =>
    {
        TokenInfo info = answer.Info;
        json.WriteStartObject();
        json.WriteString("port", answer.Port);
        json.WriteString("serial", answer.Serial);
        json.WriteString("firmware", info.Firmware.ToString());
        json.WriteString("board", info.Board);
        JsonFields.WriteOptional(json, "accounts", info.Accounts);
        json.WriteNumber("capacity", info.Capacity);
        json.WriteBoolean("externalPower", info.ExternalPower);
        JsonFields.WriteOptional(json, "batteryMillivolts", info.BatteryMillivolts);
        if (info.Health is { } health)
        {
            json.WriteString("radio", JsonNamingPolicy.CamelCase.ConvertName(health.Radio.ToString()));
            JsonFields.WriteOptional(json, "freeHeapBytes", health.FreeHeapBytes);
            json.WriteString("lastFault", health.LastFault);
        }

        json.WriteStartObject("clock");
        ClockReport.WriteTo(json, info.Clock);
        json.WriteEndObject();
        json.WriteStartObject("pin");
        PinReport.WriteTo(json, info.Pin);
        json.WriteEndObject();
        json.WriteStartObject("seal");
        SealReport.WriteTo(json, info.Seal);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
