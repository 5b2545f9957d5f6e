from langchain_core.prompts import ChatPromptTemplate

ANSWER = ChatPromptTemplate.from_messages(
    [
        ("system", "Answer from these articles only:\n{articles}"),
        ("human", "{question}"),
    ]
)
