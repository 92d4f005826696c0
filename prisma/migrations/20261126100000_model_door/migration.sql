-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "breaker" TEXT,
ADD COLUMN     "cost_micros" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "prompt_version" TEXT,
ADD COLUMN     "provider" TEXT,
ADD COLUMN     "switched_because" TEXT;

-- CreateTable
CREATE TABLE "circuit_breakers" (
    "name" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3),
    "probe" UUID,
    "probe_until" TIMESTAMPTZ(3),

    CONSTRAINT "circuit_breakers_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "model_spending" (
    "owner" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "micros" BIGINT NOT NULL,

    CONSTRAINT "model_spending_pkey" PRIMARY KEY ("owner","day")
);

-- CreateTable
CREATE TABLE "model_calls" (
    "id" UUID NOT NULL,
    "generation_id" UUID,
    "owner" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cached_tokens" INTEGER NOT NULL,
    "estimated" BOOLEAN NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "breaker" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_calls_generation_id_idx" ON "model_calls"("generation_id");

-- CreateIndex
CREATE INDEX "model_calls_owner_at_idx" ON "model_calls"("owner", "at");

-- Nothing that was spent is made unspent, not by a mistake either: changes of rows pass by without a trace.
CREATE RULE "model_calls_never_updated" AS ON UPDATE TO "model_calls" DO INSTEAD NOTHING;
CREATE RULE "model_calls_never_deleted" AS ON DELETE TO "model_calls" DO INSTEAD NOTHING;
