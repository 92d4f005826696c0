-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "source_origin" AS ENUM ('url', 'text', 'file');

-- CreateEnum
CREATE TYPE "generation_status" AS ENUM ('queued', 'running', 'ready', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visitors" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visitors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "visitor_id" UUID,
    "origin" "source_origin" NOT NULL,
    "url" TEXT,
    "final_url" TEXT,
    "kind" TEXT,
    "title" TEXT,
    "byline" TEXT,
    "site_name" TEXT,
    "published_at" TEXT,
    "language" TEXT,
    "text" TEXT,
    "blocks" JSONB,
    "content_hash" CHAR(64),
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "user_id" UUID,
    "visitor_id" UUID,
    "submission_key" TEXT,
    "network" TEXT NOT NULL DEFAULT 'x',
    "numbering" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tweets" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "spans" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "tweets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generations" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "status" "generation_status" NOT NULL DEFAULT 'queued',
    "options" JSONB NOT NULL,
    "wanted_writer" TEXT,
    "lane" TEXT NOT NULL DEFAULT 'service',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "run" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "progress" JSONB NOT NULL,
    "error_code" TEXT,
    "error_message" TEXT,
    "error_retryable" BOOLEAN NOT NULL DEFAULT false,
    "writer" TEXT,
    "model" TEXT,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "generations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generation_events" (
    "generation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "run" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_events_pkey" PRIMARY KEY ("generation_id","seq")
);

-- CreateTable
CREATE TABLE "worker_pools" (
    "id" TEXT NOT NULL,
    "lane" TEXT NOT NULL DEFAULT 'service',
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_pools_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sources_user_id_id_idx" ON "sources"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sources_visitor_id_id_idx" ON "sources"("visitor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sources_content_hash_idx" ON "sources"("content_hash");

-- CreateIndex
CREATE INDEX "threads_user_id_id_idx" ON "threads"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "threads_visitor_id_id_idx" ON "threads"("visitor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "threads_source_id_idx" ON "threads"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "threads_visitor_id_submission_key_key" ON "threads"("visitor_id", "submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "threads_user_id_submission_key_key" ON "threads"("user_id", "submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "tweets_thread_id_position_key" ON "tweets"("thread_id", "position");

-- CreateIndex
CREATE INDEX "generations_thread_id_id_idx" ON "generations"("thread_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweets" ADD CONSTRAINT "tweets_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generations" ADD CONSTRAINT "generations_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_events" ADD CONSTRAINT "generation_events_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A thread has one generation at a time, whatever races.
CREATE UNIQUE INDEX "generations_one_active_key" ON "generations"("thread_id") WHERE "status" IN ('queued', 'running');

-- What the queue's sweep and "how many wait before this one" read: the few that aren't finished.
CREATE INDEX "generations_active_idx" ON "generations"("id") WHERE "status" IN ('queued', 'running');

-- Everything belongs to somebody.
ALTER TABLE "sources" ADD CONSTRAINT "sources_owner_check" CHECK ("user_id" IS NOT NULL OR "visitor_id" IS NOT NULL);
ALTER TABLE "threads" ADD CONSTRAINT "threads_owner_check" CHECK ("user_id" IS NOT NULL OR "visitor_id" IS NOT NULL);
ALTER TABLE "tweets" ADD CONSTRAINT "tweets_position_check" CHECK ("position" > 0);

-- graphile_worker.add_job needs the rights of the queue's owner. Through this function a role that may do nothing else
-- in the queue can add a job, and only that.
-- The engine that applies this file ends a statement at every semicolon, so the body is one statement and this comment has none. It is not
-- checked against the queue's tables here, which the shadow database of a draft doesn't have.
SET check_function_bodies = off;
CREATE FUNCTION "enqueue_job"("identifier" text, "payload" json, "max_attempts" int, "job_key" text)
RETURNS void
LANGUAGE sql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT graphile_worker.add_job(
    identifier => enqueue_job.identifier,
    payload => enqueue_job.payload,
    max_attempts => enqueue_job.max_attempts,
    job_key => enqueue_job.job_key
  )
$$;
RESET check_function_bodies;
REVOKE ALL ON FUNCTION "enqueue_job"(text, json, int, text) FROM PUBLIC;
