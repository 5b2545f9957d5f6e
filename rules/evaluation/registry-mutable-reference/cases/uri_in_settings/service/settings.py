MODEL_URI = "models:/fraud/Latest"
FALLBACK_URI = "models:/fraud/12"
