resource "azurerm_cognitive_account" "openai" {
  name                = "shop-openai"
  location            = var.location
  resource_group_name = azurerm_resource_group.shop.name
  kind                = "OpenAI"
  sku_name            = "S0"
}

# ruleid: azure-deployment-auto-upgrade
resource "azurerm_cognitive_deployment" "chat" {
  name                 = "chat"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "gpt-4.1-mini"
  }
  sku { name = "Standard" }
}

# ruleid: azure-deployment-auto-upgrade
resource "azurerm_cognitive_deployment" "summary" {
  name                 = "summary"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format  = "OpenAI"
    name    = "gpt-4.1-mini"
    version = "2025-04-14"
  }
  sku { name = "Standard" }
}

resource "azurerm_cognitive_deployment" "moving" {
  name                   = "moving"
  cognitive_account_id   = azurerm_cognitive_account.openai.id
  version_upgrade_option = "OnceNewDefaultVersionAvailable" # ruleid: azure-deployment-auto-upgrade
  model {
    format  = "OpenAI"
    name    = "gpt-4.1"
    version = "2025-04-14"
  }
}

# ruleid: azure-deployment-auto-upgrade
resource "azurerm_cognitive_deployment" "no_version" {
  name                   = "no-version"
  version_upgrade_option = "NoAutoUpgrade"
  model {
    format = "OpenAI"
    name   = "gpt-4.1"
  }
}

# ok: azure-deployment-auto-upgrade
resource "azurerm_cognitive_deployment" "kept" {
  name                   = "kept"
  version_upgrade_option = "OnceCurrentVersionExpired"
  model {
    format  = "OpenAI"
    name    = "gpt-4.1"
    version = "2025-04-14"
  }
}

# ok: azure-deployment-auto-upgrade
resource "azurerm_cognitive_deployment" "each" {
  for_each               = var.deployments
  name                   = each.key
  version_upgrade_option = each.value.upgrade
  model {
    format  = each.value.format
    name    = each.value.model
    version = each.value.version
  }
}
