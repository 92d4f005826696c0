-- A generation that waits for its owner is still the thread's one at work.
DROP INDEX "generations_one_active_key";
CREATE UNIQUE INDEX "generations_one_active_key" ON "generations"("thread_id") WHERE "status" IN ('queued', 'running', 'waiting');
