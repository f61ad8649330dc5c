using HwToken.LocalAws.Records;
using HwToken.LocalAws.Services;
using HwToken.LocalAws.Sessions;
using HwToken.LocalAws.Signing;
using Microsoft.AspNetCore.Http;

namespace HwToken.LocalAws.Http;

/// <summary>Takes a request from the first byte to the reply, and keeps its record.</summary>
internal sealed class RequestHandler(
    ServiceCatalog services,
    Authenticator authenticator,
    TimeProvider time,
    Action<RequestRecord> record,
    Action<Exception> fault)
{
    internal async Task HandleAsync(HttpContext http)
    {
        DateTimeOffset now = time.GetUtcNow();
        RequestNotes notes = new(now, Guid.NewGuid().ToString());
        string xmlNamespace = services.DefaultXmlNamespace;
        Reply reply;
        try
        {
            QueryRequest request = await QueryRequestReader.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            reply = Answer(request, notes, now, ref xmlNamespace);
        }
        catch (AwsException refusal)
        {
            reply = Reply.Refused(refusal, xmlNamespace, notes.RequestId);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            return;
        }
        catch (Exception e)
        {
            fault(e);
            reply = Reply.Refused(AwsException.InternalFailure(), xmlNamespace, notes.RequestId);
        }

        // Before the reply, so that whoever has the reply finds the record.
        record(notes.Complete(reply.Outcome, reply.Status));
        await reply.SendAsync(http.Response, notes.RequestId, now).ConfigureAwait(false);
    }

    private Reply Answer(QueryRequest request, RequestNotes notes, DateTimeOffset now, ref string xmlNamespace)
    {
        ActionParameters parameters = new(request.Parameters);
        (AwsService service, IAction action) = services.Find(parameters);
        xmlNamespace = service.XmlNamespace;
        notes.Action = action.Name;
        notes.SetMfaSerial(parameters.Find("SerialNumber"));

        SignatureClaim claim = SignatureClaim.Of(request);
        notes.SetAccessKeyId(claim.AccessKeyId);
        Caller caller = authenticator.Authenticate(request, claim, service.SigningName, now);
        notes.User = caller.Principal.Arn;
        return Reply.Granted(service, action, new ActionRequest(caller, parameters, now), notes.RequestId);
    }
}
