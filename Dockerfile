# One image for all of Newshouse's services: the locked dependencies, the library, the DAGs and the SQL. No tests, no embedded Postgres.

FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir 'uv>=0.9,<1'
WORKDIR /opt/newshouse
ENV UV_LINK_MODE=copy UV_NO_CACHE=1 UV_PYTHON_DOWNLOADS=never
# the dependencies first: they change more seldom than the code
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-default-groups --no-install-project --compile-bytecode
COPY README.md ./
COPY plugins plugins
RUN uv sync --locked --no-default-groups --compile-bytecode
COPY dags dags
COPY sql sql
RUN .venv/bin/python -m compileall -q dags plugins

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home newshouse \
    && install --directory --owner=newshouse --group=newshouse \
        /opt/newshouse/airflow /opt/newshouse/archive /opt/newshouse/logs
COPY --from=build /opt/newshouse /opt/newshouse
ENV PATH=/opt/newshouse/.venv/bin:$PATH PYTHONUNBUFFERED=1 AIRFLOW_HOME=/opt/newshouse/airflow
WORKDIR /opt/newshouse/airflow
USER newshouse
CMD ["newshouse", "--help"]
