-- Staff look for people and addresses by any part of them: three letters in a row are what such an index knows. The extension
-- comes with PostgreSQL, and the owner of a database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "mail_suppressions_found" ON "mail_suppressions" USING gin ("address" gin_trgm_ops);

-- Who gets the newsletter, of all that ever left an address or said what they want.
CREATE INDEX "captures_for_news" ON "captures"("email") WHERE "wants_news" AND "user_id" IS NULL;
CREATE INDEX "mail_wishes_for_news" ON "mail_wishes"("user_id") WHERE "kind" = 'news' AND "is_wanted";
