param closed bool = true

resource open 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'shop-openai'
  location: resourceGroup().location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'shop-openai'
    disableLocalAuth: false // ruleid: cloud-static-credentials
  }
}

// ok: cloud-static-credentials
resource kept 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'shop-kept'
  kind: 'AIServices'
  sku: { name: 'S0' }
  properties: { disableLocalAuth: true }
}

// ok: cloud-static-credentials
resource chosen 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'shop-chosen'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { disableLocalAuth: closed }
}

// ok: cloud-static-credentials
resource there 'Microsoft.CognitiveServices/accounts@2024-10-01' existing = {
  name: 'shop-there'
}
