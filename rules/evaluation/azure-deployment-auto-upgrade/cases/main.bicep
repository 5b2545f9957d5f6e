param location string = resourceGroup().location
param deployments array = []

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'shop-openai'
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }

  // ruleid: azure-deployment-auto-upgrade
  resource chat 'deployments' = {
    name: 'chat'
    sku: { name: 'Standard', capacity: 50 }
    properties: {
      model: { format: 'OpenAI', name: 'gpt-4.1-mini' }
    }
  }
}

resource embedding 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'embedding'
  properties: {
    model: { format: 'OpenAI', name: 'text-embedding-3-small', version: '1' }
    versionUpgradeOption: 'OnceNewDefaultVersionAvailable' // ruleid: azure-deployment-auto-upgrade
  }
}

// ok: azure-deployment-auto-upgrade
resource kept 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'kept'
  properties: {
    model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' }
    versionUpgradeOption: 'NoAutoUpgrade'
  }
}

// ok: azure-deployment-auto-upgrade
resource unsaid 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'unsaid'
  properties: {
    model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' }
  }
}

// ok: azure-deployment-auto-upgrade
resource all 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = [for deployment in deployments: {
  parent: account
  name: deployment.name
  properties: {
    model: deployment.model
    raiPolicyName: deployment.?raiPolicyName
  }
}]
