from langchain_experimental.tools import PythonREPLTool

print(PythonREPLTool().invoke("print(2 ** 10)"))  # ok: agent-code-exec-unsandboxed
