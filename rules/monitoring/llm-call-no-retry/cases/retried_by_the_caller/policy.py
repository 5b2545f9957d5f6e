from tenacity import retry, stop_after_attempt, wait_random_exponential

polite_retry = retry(stop=stop_after_attempt(4), wait=wait_random_exponential(max=30), reraise=True)
