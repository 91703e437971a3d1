"""The pages in the Airflow UI: what the warehouse holds, how the nights went, and what was rejected.

    application   the web application: routes, who may see and do what, what is answered when the warehouse is away
    warehouse     the read-only way to Postgres, bounded in time and number
    rendering     templates and filters; everything is escaped
    plots, vega   what the plots show, and the library that draws them in the browser
    *_page        one page each: what it reads, and the HTML that it makes of that

Imports FastAPI and never Airflow: plugins/newshouse_ui.py brings the two together.
"""
