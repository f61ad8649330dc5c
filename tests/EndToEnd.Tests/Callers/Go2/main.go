// Says whom STS takes the credentials of AWS_PROFILE for, with the AWS SDK for Go, version 2.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func main() {
	arn, err := whoAmI(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(arn)
}

func whoAmI(ctx context.Context) (string, error) {
	// Debian's version does not know AWS_ENDPOINT_URL_STS.
	resolver := aws.EndpointResolverWithOptionsFunc(func(service, region string, _ ...interface{}) (aws.Endpoint, error) {
		return aws.Endpoint{URL: os.Getenv("AWS_ENDPOINT_URL_STS"), SigningRegion: region}, nil
	})
	current, err := config.LoadDefaultConfig(ctx, config.WithEndpointResolverWithOptions(resolver))
	if err != nil {
		return "", err
	}
	identity, err := sts.NewFromConfig(current).GetCallerIdentity(ctx, nil)
	if err != nil {
		return "", err
	}
	return *identity.Arn, nil
}
