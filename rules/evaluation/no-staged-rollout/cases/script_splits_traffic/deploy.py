import os

from google.cloud import aiplatform

endpoint = aiplatform.Endpoint(os.environ["ENDPOINT"])
previous = endpoint.list_models()[0]
model = aiplatform.Model.upload(display_name="letters", artifact_uri=os.environ["ARTIFACT"])
endpoint.deploy(model, traffic_split={"0": 10, previous.id: 90})
