// Says whom STS takes the credentials of a profile for, with the AWS SDK for JavaScript, version 3.
// node whoami.cjs default|ini|process PROFILE [ROLE_ARN]

const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
const { fromIni, fromNodeProviderChain, fromProcess, fromTemporaryCredentials } = require('@aws-sdk/credential-providers');

const [way, profile, role] = process.argv.slice(2);
const ways = { default: fromNodeProviderChain, ini: fromIni, process: fromProcess };
let credentials = ways[way]({ profile });
if (role) {
  // fromProcess takes no profile with a role: the program assumes it.
  credentials = fromTemporaryCredentials({ masterCredentials: credentials, params: { RoleArn: role, RoleSessionName: 'caller' } });
}

new STSClient({ credentials, profile }).send(new GetCallerIdentityCommand({})).then(
  (identity) => console.log(identity.Arn),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
