from providers.base import GeminiProvider, MistralProvider


class GeminiChat(GeminiProvider):
    def send(self, text: str) -> str:
        return self.client.models.generate_content(model="gemini-2.5-flash-lite", contents=text).text


class MistralChat(MistralProvider):
    def send(self, text: str) -> str:
        messages = [{"role": "user", "content": text}]
        return self.client.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content
