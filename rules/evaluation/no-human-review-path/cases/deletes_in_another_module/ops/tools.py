import boto3
from agents import function_tool

ec2 = boto3.client("ec2")


@function_tool
def stop_machine(machine: str) -> str:
    """Stop and delete a machine for good."""
    ec2.terminate_instances(InstanceIds=[machine])
    return "gone"
