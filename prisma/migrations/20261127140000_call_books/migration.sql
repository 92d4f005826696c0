-- What a generation's calls took is added up with each of them, as their cost is; before, only the writing that came to
-- the thread was. Rows of before keep what they have.
-- AlterTable
ALTER TABLE "generations" ADD COLUMN "cached_tokens" INTEGER;

-- AlterTable
ALTER TABLE "model_calls" ADD COLUMN "thread_id" UUID;

-- CreateIndex
CREATE INDEX "model_calls_thread_id_idx" ON "model_calls"("thread_id");
