-- CreateEnum
CREATE TYPE "snapshot_reason" AS ENUM ('read', 'reread', 'corrected');

-- Used from the next migration on, since PostgreSQL takes no new value in the transaction that adds it.
ALTER TYPE "generation_status" ADD VALUE 'waiting';

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "feed" JSONB,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "key" TEXT,
ADD COLUMN     "snapshot_id" UUID,
ADD COLUMN     "storage_key" TEXT;

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "snapshot_id" UUID;

-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "reviewed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "snapshot_id" UUID;

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" "snapshot_reason" NOT NULL DEFAULT 'read',
    "public_key" TEXT,
    "kind" TEXT NOT NULL,
    "final_url" TEXT,
    "title" TEXT,
    "byline" TEXT,
    "site_name" TEXT,
    "published_at" TEXT,
    "language" TEXT,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "score" INTEGER NOT NULL DEFAULT 100,
    "doubt" TEXT,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rereads" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot_id" UUID,
    "error_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rereads_pkey" PRIMARY KEY ("id")
);

-- What was read so far was read once, and is what its threads were written from. Sources of before are each their own.
UPDATE "sources" SET "key" = 'before:' || "id";
INSERT INTO "snapshots" ("id", "source_id", "number", "kind", "final_url", "title", "byline", "site_name", "published_at",
  "language", "text", "blocks", "content_hash", "read_at")
SELECT "id", "id", 1, "kind", "final_url", "title", "byline", "site_name", "published_at", "language", "text",
  coalesce("blocks", '[]'), "content_hash", coalesce("read_at", "created_at")
FROM "sources" WHERE "text" IS NOT NULL;
UPDATE "sources" SET "snapshot_id" = "id" WHERE "text" IS NOT NULL;
UPDATE "threads" t SET "snapshot_id" = s."snapshot_id" FROM "sources" s
WHERE s."id" = t."source_id" AND EXISTS (SELECT 1 FROM "tweets" WHERE "thread_id" = t."id");
UPDATE "generations" g SET "snapshot_id" = s."snapshot_id" FROM "threads" t JOIN "sources" s ON s."id" = t."source_id"
WHERE t."id" = g."thread_id" AND g."started_at" IS NOT NULL;

-- DropIndex
DROP INDEX "sources_content_hash_idx";

-- AlterTable
ALTER TABLE "sources" ALTER COLUMN "key" SET NOT NULL,
DROP COLUMN "blocks",
DROP COLUMN "byline",
DROP COLUMN "content_hash",
DROP COLUMN "final_url",
DROP COLUMN "kind",
DROP COLUMN "language",
DROP COLUMN "published_at",
DROP COLUMN "read_at",
DROP COLUMN "site_name",
DROP COLUMN "text",
DROP COLUMN "title";

-- CreateIndex
CREATE INDEX "snapshots_content_hash_idx" ON "snapshots"("content_hash");

-- CreateIndex
CREATE INDEX "snapshots_public_key_read_at_idx" ON "snapshots"("public_key", "read_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_source_id_number_key" ON "snapshots"("source_id", "number");

-- CreateIndex
CREATE INDEX "rereads_source_id_id_idx" ON "rereads"("source_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sources_snapshot_id_idx" ON "sources"("snapshot_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_visitor_id_key_key" ON "sources"("visitor_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "sources_user_id_key_key" ON "sources"("user_id", "key");

-- CreateIndex
CREATE INDEX "threads_snapshot_id_idx" ON "threads"("snapshot_id");

-- CreateIndex
CREATE INDEX "generations_snapshot_id_idx" ON "generations"("snapshot_id");

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rereads" ADD CONSTRAINT "rereads_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generations" ADD CONSTRAINT "generations_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One wish to fetch a source again is at work at a time.
CREATE UNIQUE INDEX "rereads_one_active_key" ON "rereads"("source_id") WHERE "finished_at" IS NULL;
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_number_check" CHECK ("number" > 0);
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_score_check" CHECK ("score" BETWEEN 0 AND 100);
