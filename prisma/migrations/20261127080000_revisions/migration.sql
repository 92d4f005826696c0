-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('written', 'edited', 'restored');

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "revision_kind" NOT NULL,
    "group_id" UUID NOT NULL,
    "name" TEXT,
    "restored_from" INTEGER,
    "snapshot_id" UUID,
    "numbering" BOOLEAN NOT NULL,
    "tweets" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "revisions_thread_id_version_key" ON "revisions"("thread_id", "version");

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;
