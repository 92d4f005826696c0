-- CreateEnum
CREATE TYPE "candidate_status" AS ENUM ('queued', 'ready', 'failed');

-- CreateTable
CREATE TABLE "tweet_candidates" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "tweet_id" UUID,
    "kind" TEXT NOT NULL,
    "span" JSONB,
    "snapshot_id" UUID NOT NULL,
    "thread_version" INTEGER NOT NULL,
    "asked_of" TEXT NOT NULL DEFAULT '',
    "status" "candidate_status" NOT NULL DEFAULT 'queued',
    "texts" JSONB NOT NULL DEFAULT '[]',
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "writer" TEXT,
    "because" TEXT,
    "error_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "tweet_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tweet_candidates_thread_id_id_idx" ON "tweet_candidates"("thread_id", "id");

-- CreateIndex
CREATE INDEX "tweet_candidates_tweet_id_idx" ON "tweet_candidates"("tweet_id");

-- CreateIndex
CREATE INDEX "tweet_candidates_snapshot_id_idx" ON "tweet_candidates"("snapshot_id");

-- AddForeignKey
ALTER TABLE "tweet_candidates" ADD CONSTRAINT "tweet_candidates_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweet_candidates" ADD CONSTRAINT "tweet_candidates_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweet_candidates" ADD CONSTRAINT "tweet_candidates_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;
