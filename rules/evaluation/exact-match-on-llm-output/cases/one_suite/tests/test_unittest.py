import unittest

import anthropic


class AnswerTest(unittest.TestCase):
    def setUp(self):
        self.client = anthropic.Anthropic(timeout=20)

    def test_greeting(self):
        reply = self.client.messages.create(
            model="claude-sonnet-4-5-20250929",
            max_tokens=50,
            messages=[{"role": "user", "content": "Greet Ada."}],
        )
        self.assertEqual(reply.content[0].text, "Hello, Ada!")  # ruleid: exact-match-on-llm-output
        self.assertEqual(reply.stop_reason, "end_turn")  # ok: exact-match-on-llm-output
