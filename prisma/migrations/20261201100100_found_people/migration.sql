-- lone
-- People by a part of their address or name.
DROP INDEX CONCURRENTLY IF EXISTS "users_found";
CREATE INDEX CONCURRENTLY "users_found" ON "users" USING gin ("email" gin_trgm_ops, "name" gin_trgm_ops);
