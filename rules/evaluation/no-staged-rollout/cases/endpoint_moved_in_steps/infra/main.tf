resource "aws_sagemaker_endpoint" "letters" {
  name                 = "letters"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.letters.name

  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 10
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = "letters-wrong"
      }
    }
  }
}
