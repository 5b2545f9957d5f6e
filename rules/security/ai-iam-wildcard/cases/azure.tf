resource "azurerm_role_assignment" "chat" {
  scope                = azurerm_cognitive_account.openai.id
  role_definition_name = "Cognitive Services Contributor" # ruleid: ai-iam-wildcard
  principal_id         = azurerm_linux_web_app.chat.identity[0].principal_id
}

resource "azurerm_role_assignment" "group" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Contributor" # ruleid: ai-iam-wildcard
  principal_id         = azurerm_user_assigned_identity.chat.principal_id
}

resource "azurerm_role_assignment" "store" {
  scope                = azurerm_storage_account.documents.id
  role_definition_name = "Contributor" # ok: ai-iam-wildcard
  principal_id         = azurerm_user_assigned_identity.chat.principal_id
}

resource "azurerm_role_assignment" "caller" {
  scope                = azurerm_cognitive_account.openai.id
  role_definition_name = "Cognitive Services OpenAI User" # ok: ai-iam-wildcard
  principal_id         = azurerm_user_assigned_identity.chat.principal_id
}

resource "azurerm_role_assignment" "me" {
  scope                = azurerm_cognitive_account.openai.id
  role_definition_name = "Cognitive Services Contributor" # ok: ai-iam-wildcard
  principal_id         = data.azurerm_client_config.current.object_id
}
