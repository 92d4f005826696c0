-- CreateEnum
CREATE TYPE "publication_state" AS ENUM ('underway', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "part_state" AS ENUM ('waiting', 'posted', 'skipped');

-- CreateTable
CREATE TABLE "shares" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "token" TEXT NOT NULL,
    "show_verdicts" BOOLEAN NOT NULL DEFAULT false,
    "is_indexed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "network" TEXT NOT NULL DEFAULT 'x',
    "way" TEXT NOT NULL,
    "state" "publication_state" NOT NULL DEFAULT 'underway',
    "thread_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_parts" (
    "publication_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" "part_state" NOT NULL DEFAULT 'waiting',
    "remote_id" TEXT,
    "remote_url" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_parts_pkey" PRIMARY KEY ("publication_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_thread_id_key" ON "shares"("thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares"("token_hash");

-- CreateIndex
CREATE INDEX "publications_thread_id_id_idx" ON "publications"("thread_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "publication_parts_publication_id_remote_id_key" ON "publication_parts"("publication_id", "remote_id");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_parts" ADD CONSTRAINT "publication_parts_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A thread is on its way to a network once at a time, however many tabs begin.
CREATE UNIQUE INDEX "publications_thread_id_network_underway_key" ON "publications"("thread_id", "network") WHERE "state" = 'underway';
