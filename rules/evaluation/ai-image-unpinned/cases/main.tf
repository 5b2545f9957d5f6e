resource "google_cloud_run_v2_service" "embedder" {
  name     = "embedder"
  location = var.region
  template {
    containers {
      image = "ghcr.io/huggingface/text-embeddings-inference:latest" # ruleid: ai-image-unpinned
      resources { limits = { "nvidia.com/gpu" = "1" } }
    }
  }
}

resource "kubernetes_deployment" "qdrant" {
  metadata { name = "qdrant" }
  spec {
    template {
      spec {
        container {
          name  = "qdrant"
          image = "qdrant/qdrant:v1.15.4" # ok: ai-image-unpinned
        }
        container {
          name  = "weaviate"
          image = "semitechnologies/weaviate:${var.weaviate}" # ok: ai-image-unpinned
        }
      }
    }
  }
}

resource "aws_ecs_task_definition" "gateway" {
  family = "gateway"
  container_definitions = jsonencode([
    {
      name  = "litellm"
      image = "ghcr.io/berriai/litellm:main-latest" # ruleid: ai-image-unpinned
    },
    {
      name  = "router"
      image = "nginx:latest" # ok: ai-image-unpinned
    }
  ])
}
