-- lone
-- What became of the messages of an issue of the newsletter, which their keys begin with.
DROP INDEX CONCURRENTLY IF EXISTS "mails_of_issues";
CREATE INDEX CONCURRENTLY "mails_of_issues" ON "mails"("key" text_pattern_ops) WHERE "template" = 'newsletter';
