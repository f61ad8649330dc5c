using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Exchange;

/// <summary>What to ask, and where the answer's fields go.</summary>
/// <param name="Subject">What it is about, such as an account's name: for messages about a refusal.</param>
internal sealed record Request(Command Command, IMessage Message, IMessage Reply, string Subject);
