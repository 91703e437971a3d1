from contextlib import closing

from benchmarks import big_warehouse
from newshouse.database import connect


def test_the_made_up_warehouse_fits_todays_schema_and_is_found_by_search(warehouse_url: str) -> None:
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
        for _ in big_warehouse.fill(connection, 400):
            pass
        with connection.cursor() as cursor:
            cursor.execute("select count(*) as article_count, sum(revision_count) as revision_count from mart.article_current")
            assert tuple(cursor.fetchone() or ()) == (400, 440)
            cursor.execute("select count(*) from mart.search_article(%s, max_rows => 500)", (big_warehouse.word_of_rank(0),))
            assert cursor.fetchall()[0][0] > 300
