import os

from google.cloud import aiplatform

aiplatform.init(project=os.environ["PROJECT"], location="europe-west3")
endpoint = aiplatform.Endpoint(os.environ["ENDPOINT"])
model = aiplatform.Model.upload(display_name="letters", artifact_uri=os.environ["ARTIFACT"])
endpoint.deploy(model, traffic_percentage=100)
