import os

import boto3

agents = boto3.client("bedrock-agent")
agents.update_agent_alias(
    agentId=os.environ["AGENT"],
    agentAliasId=os.environ["ALIAS"],
    agentAliasName="live",
    routingConfiguration=[{"agentVersion": os.environ["VERSION"]}],
)
