resource "google_cloudfunctions2_function" "answer" {
  name     = "answer"
  location = "europe-west1"
  build_config {
    runtime     = "python312"
    entry_point = "answer"
  }
  service_config {
    timeout_seconds = 10
  }
}

resource "google_cloudfunctions2_function" "by_default" {
  name = "by-default"
  build_config {
    runtime     = "python312"
    entry_point = "answer"
  }
}
