import pandas as pd
from evidently import Report
from evidently.presets import DataDriftPreset

report = Report([DataDriftPreset()])
run = report.run(pd.read_parquet("questions-this-week.parquet"), pd.read_parquet("questions-at-release.parquet"))
run.save_html("drift.html")
