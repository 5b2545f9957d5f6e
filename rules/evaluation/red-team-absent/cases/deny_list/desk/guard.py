from agents import GuardrailFunctionOutput, input_guardrail

BLOCKED = ("ignore all previous instructions", "reveal your system prompt")


@input_guardrail
async def plain_words(context, agent, message) -> GuardrailFunctionOutput:
    blocked = any(words in str(message).lower() for words in BLOCKED)
    return GuardrailFunctionOutput(output_info=None, tripwire_triggered=blocked)
