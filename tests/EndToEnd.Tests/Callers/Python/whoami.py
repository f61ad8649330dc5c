"""Says whom STS takes the credentials of a profile for, with boto3: whoami.py PROFILE ENDPOINT"""

import sys

import boto3

profile, endpoint = sys.argv[1:]
client = boto3.Session(profile_name=profile).client("sts", endpoint_url=endpoint)
print(client.get_caller_identity()["Arn"])
