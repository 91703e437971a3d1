-- which captures the warehouse holds, in two numbers that do not depend on their order
select
    count(*) as capture_count,
    coalesce(bit_xor(hashtextextended(article_capture.article_key || ' ' || article_capture.capture_key, 0)), 0) as mark
from warehouse.article_capture;
