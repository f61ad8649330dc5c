// The help and the version.
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HwToken.Cli.Running;

namespace HwToken.Cli;

/// <summary><c>--help</c> for each command, good enough to be the manual, and <c>--version</c>.</summary>
internal static class HelpPages
{
    private const string RootManual =
        """
        Exit status:
          0    done
          1    failed: a file, the configuration, the network, the serial line
          2    bad usage
          3    no token, or several and no --port
          4    refused on the token, or nobody pressed the button in time
          5    AWS refused
          130  cancelled with Ctrl-C (129: the terminal was closed; 143: ended by SIGTERM)
          'exec' ends with the status of the program that it runs, 126 if that cannot be run, 127 if it is not there.

        Environment:
          HWTOKEN_PORT                                  the token's port, as --port
          HWTOKEN_PROFILE                               set by exec: whose session the program has
          AWS_PROFILE                                   the profile, where it is left out
          AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE  where the profiles are
          AWS_REGION, AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL, AWS_CA_BUNDLE
          HTTPS_PROXY, ALL_PROXY, NO_PROXY              the proxy on the way to AWS, and the hosts that need none
          HWTOKEN_CACHE_DIR                             where sessions and locks are kept
          XDG_STATE_HOME                                where the ends of tokens' logs are remembered
          NO_COLOR                                      no colours

        Data goes to stdout; errors, each with a hint what to do, to stderr; prompts to the terminal and to the
        token's own screen.
        """;

    public static void AddTo(RootCommand root)
    {
        for (int i = root.Options.Count - 1; i >= 0; i--)
        {
            if (root.Options[i] is HelpOption or VersionOption)
            {
                root.Options.RemoveAt(i);
            }
        }

        var help = new HelpOption("--help", "-h") { Description = "Show what a command does and takes" };
        help.Action = new ManualAction((HelpAction)help.Action!);
        root.Options.Add(help);
        root.Options.Add(new VersionOption("--version") { Description = "Show the version", Action = new VersionAction() });
    }

    private sealed class ManualAction(HelpAction usage) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int status = usage.Invoke(parseResult);
            string? manual = parseResult.CommandResult.Command switch
            {
                RootCommand => RootManual,
                DocumentedCommand command => command.Manual,
                _ => null,
            };
            if (manual is not null)
            {
                parseResult.InvocationConfiguration.Output.WriteLine(manual);
            }

            return status;
        }
    }

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"hwtoken {ProductVersion.Text}");
            return 0;
        }
    }
}
