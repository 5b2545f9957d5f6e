from tenacity import retry, stop_after_attempt, wait_random_exponential

patient = retry(stop=stop_after_attempt(6), wait=wait_random_exponential(max=60))  # ok: unbounded-retry
stubborn = retry(wait=wait_random_exponential(max=60))  # ruleid: unbounded-retry
