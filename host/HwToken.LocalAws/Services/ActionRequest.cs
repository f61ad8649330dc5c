using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services;

/// <summary>A call of an action, by somebody known.</summary>
internal sealed record ActionRequest(Caller Caller, ActionParameters Parameters, DateTimeOffset Now);
