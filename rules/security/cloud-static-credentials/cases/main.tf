# ruleid: cloud-static-credentials
resource "azurerm_cognitive_account" "openai" {
  name                = "shop-openai"
  location            = var.location
  resource_group_name = azurerm_resource_group.shop.name
  kind                = "OpenAI"
  sku_name            = "S0"
}

# ok: cloud-static-credentials
resource "azurerm_cognitive_account" "closed" {
  name               = "shop-closed"
  kind               = "AIServices"
  sku_name           = "S0"
  local_auth_enabled = false
}

# ok: cloud-static-credentials
resource "azurerm_cognitive_account" "chosen" {
  name               = "shop-chosen"
  kind               = "OpenAI"
  sku_name           = "S0"
  local_auth_enabled = var.local_auth
}

# ok: cloud-static-credentials
resource "azurerm_cognitive_account" "speech" {
  name     = "shop-speech"
  kind     = "SpeechServices"
  sku_name = "S0"
}
