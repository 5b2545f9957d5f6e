resource "aws_api_gateway_usage_plan" "chat" {
  name = "chat"

  throttle_settings {
    burst_limit = 20
    rate_limit  = 5
  }
}
