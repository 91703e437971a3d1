delete from warehouse.article_capture
using withdrawn
where article_capture.capture_key = withdrawn.capture_key;
