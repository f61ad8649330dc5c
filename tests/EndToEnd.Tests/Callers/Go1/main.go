// Says whom STS takes the credentials of AWS_PROFILE for, with the AWS SDK for Go, version 1.
package main

import (
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/endpoints"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sts"
)

func main() {
	arn, err := whoAmI()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(arn)
}

func whoAmI() (string, error) {
	// Debian's version does not know AWS_ENDPOINT_URL_STS.
	resolver := endpoints.ResolverFunc(func(service, region string, _ ...func(*endpoints.Options)) (endpoints.ResolvedEndpoint, error) {
		return endpoints.ResolvedEndpoint{URL: os.Getenv("AWS_ENDPOINT_URL_STS"), SigningRegion: region}, nil
	})
	options := session.Options{SharedConfigState: session.SharedConfigEnable, Config: aws.Config{EndpointResolver: resolver}}
	current, err := session.NewSessionWithOptions(options)
	if err != nil {
		return "", err
	}
	identity, err := sts.New(current).GetCallerIdentity(nil)
	if err != nil {
		return "", err
	}
	return *identity.Arn, nil
}
