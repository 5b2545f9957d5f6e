resource "aws_bedrock_guardrail" "shop" {
  name                      = "shop"
  blocked_input_messaging   = "Please ask about your order."
  blocked_outputs_messaging = "Sorry, I cannot help with that."
}

resource "aws_bedrock_guardrail_version" "shop" {
  guardrail_arn = aws_bedrock_guardrail.shop.guardrail_arn
  description   = "Reviewed on 3 November"
}
