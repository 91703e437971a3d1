"""Newshouse: article pages in, rows an analyst can query out. Importable without Airflow."""
