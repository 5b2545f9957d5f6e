#!/bin/bash
set -e
az ml model create --file model.yaml --set "name=letters"
az ml online-deployment create --file deployment.yaml --all-traffic \
    --set "endpoint_name=letters"
