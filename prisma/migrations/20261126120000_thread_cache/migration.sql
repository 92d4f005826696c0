-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "afresh" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "cache_hit" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "thread_cache" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "writer" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "user_id" UUID,
    "visitor_id" UUID,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_cache_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "thread_claims" (
    "key" TEXT NOT NULL,
    "holder" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_claims_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "thread_cache_expires_at_idx" ON "thread_cache"("expires_at");

-- CreateIndex
CREATE INDEX "thread_cache_user_id_idx" ON "thread_cache"("user_id");

-- CreateIndex
CREATE INDEX "thread_cache_visitor_id_idx" ON "thread_cache"("visitor_id");

-- AddForeignKey
ALTER TABLE "thread_cache" ADD CONSTRAINT "thread_cache_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_cache" ADD CONSTRAINT "thread_cache_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is one person's is not another's too.
ALTER TABLE "thread_cache" ADD CONSTRAINT "thread_cache_owner_check" CHECK ("user_id" IS NULL OR "visitor_id" IS NULL);
