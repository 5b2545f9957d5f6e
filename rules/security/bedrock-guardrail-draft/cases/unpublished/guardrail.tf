resource "aws_bedrock_guardrail" "shop" {
  name                      = "shop"
  blocked_input_messaging   = "Please ask about your order."
  blocked_outputs_messaging = "Sorry, I cannot help with that."
  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }
}

variable "guardrail_version" {
  type    = string
  default = "DRAFT"
}
