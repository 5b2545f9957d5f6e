data "aws_iam_policy_document" "chat" {
  statement {
    actions   = ["bedrock:*"] # ruleid: ai-iam-wildcard
    resources = ["*"]
  }
  statement {
    actions   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] # ok: ai-iam-wildcard
    resources = ["arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"]
  }
  statement {
    effect    = "Deny"
    actions   = ["bedrock:*"] # ok: ai-iam-wildcard
    resources = ["*"]
  }
  statement {
    actions   = ["bedrock:ListFoundationModels"] # ok: ai-iam-wildcard
    resources = ["*"]
  }
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.documents.arn}/*"]
  }
}

data "aws_iam_policy_document" "pipeline" {
  statement {
    actions   = ["bedrock:*"] # ok: ai-iam-wildcard
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "worker" {
  role = aws_iam_role.worker.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["bedrock:InvokeModel"] # ruleid: ai-iam-wildcard
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "sagemaker:InvokeEndpoint" # ok: ai-iam-wildcard
        Resource = aws_sagemaker_endpoint.ranker.arn
      },
      {
        Effect    = "Allow"
        Action    = "bedrock:*" # ok: ai-iam-wildcard
        Resource  = "*"
        Condition = { StringEquals = { "aws:ResourceTag/team" = "shop" } }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess" # ruleid: ai-iam-wildcard
}

resource "aws_iam_role_policy_attachment" "github" {
  role       = aws_iam_role.github_actions.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess" # ok: ai-iam-wildcard
}
