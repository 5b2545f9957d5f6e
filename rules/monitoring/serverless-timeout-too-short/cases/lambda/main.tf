resource "aws_lambda_function" "chat" {
  function_name = "chat"
  handler       = "app.chat"
  runtime       = "python3.13"
  filename      = data.archive_file.code.output_path
  role          = aws_iam_role.chat.arn
}

resource "aws_lambda_function" "summary" {
  function_name = "summary"
  handler       = "app.summary"
  runtime       = "python3.13"
  timeout       = 10
}

resource "aws_lambda_function" "patient" {
  function_name = "patient"
  handler       = "app.chat"
  timeout       = 120
}

resource "aws_lambda_function" "variable" {
  function_name = "variable"
  handler       = "app.chat"
  timeout       = var.timeout
}

resource "aws_lambda_function" "health" {
  function_name = "health"
  handler       = "app.health"
}

resource "aws_lambda_function" "elsewhere" {
  function_name = "elsewhere"
  handler       = "billing.handler"
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.chat.repository_url}:1.4.0"
}
