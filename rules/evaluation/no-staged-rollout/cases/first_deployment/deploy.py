import os

from google.cloud import aiplatform

model = aiplatform.Model.upload(display_name="letters", artifact_uri=os.environ["ARTIFACT"])
model.deploy(machine_type="n1-standard-4", traffic_percentage=100)
