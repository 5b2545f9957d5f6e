resource "aws_sagemaker_endpoint" "letters" {
  name                 = "letters"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.letters.name
}
