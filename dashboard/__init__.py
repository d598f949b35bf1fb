"""The INSPIRE dashboard: DuckDB questions over Parquet snapshots, shown by Streamlit."""
