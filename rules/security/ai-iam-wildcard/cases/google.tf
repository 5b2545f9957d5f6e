variable "app_roles" {
  type    = list(string)
  default = ["roles/aiplatform.user", "roles/logging.logWriter"] # ok: ai-iam-wildcard
}

variable "agent_roles" {
  type = list(string)
  default = [
    "roles/aiplatform.admin", # ruleid: ai-iam-wildcard
    "roles/storage.objectViewer",
  ]
}

variable "cicd_roles" {
  type    = list(string)
  default = ["roles/aiplatform.admin", "roles/owner"] # ok: ai-iam-wildcard
}

resource "google_project_iam_member" "chat" {
  project = var.project
  role    = "roles/editor" # ruleid: ai-iam-wildcard
  member  = "serviceAccount:${google_service_account.chat.email}"
}

resource "google_project_iam_member" "person" {
  project = var.project
  role    = "roles/aiplatform.admin" # ok: ai-iam-wildcard
  member  = "user:${var.owner}"
}

resource "google_project_iam_member" "caller" {
  project = var.project
  role    = "roles/aiplatform.user" # ok: ai-iam-wildcard
  member  = "serviceAccount:${google_service_account.chat.email}"
}
