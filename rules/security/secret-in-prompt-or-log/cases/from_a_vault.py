"""Secrets read from vaults."""

import logging

import boto3
from azure.identity import DefaultAzureCredential
from azure.keyvault.secrets import SecretClient
from openai import OpenAI

log = logging.getLogger(__name__)
vault = SecretClient(vault_url="https://acme.vault.azure.net", credential=DefaultAzureCredential())
manager = boto3.client("secretsmanager")


def password() -> str:
    return vault.get_secret("crm-login").value


def client() -> OpenAI:
    stored = manager.get_secret_value(SecretId="openai")
    log.info("read the secret %s", "openai")  # ok: secret-in-prompt-or-log
    log.info("read %s", stored)  # ruleid: secret-in-prompt-or-log
    return OpenAI(api_key=stored["SecretString"], timeout=30)  # ok: secret-in-prompt-or-log


def browse(task: str) -> str:
    login = [{"role": "system", "content": f"Log in with {password()} and then do the task."}, {"role": "user", "content": task}]  # ruleid: secret-in-prompt-or-log
    return client().chat.completions.create(model="gpt-4.1-2025-04-14", messages=login).choices[0].message.content
