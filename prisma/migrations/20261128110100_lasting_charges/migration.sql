-- A charge stays when its thread is deleted, as the sum of its month does; both are swept after three months.
-- DropForeignKey
ALTER TABLE "quota_charges" DROP CONSTRAINT "quota_charges_thread_id_fkey";

-- AlterTable
ALTER TABLE "quota_charges" ADD COLUMN     "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- When the threads of before were charged.
UPDATE "quota_charges" SET "at" = "threads"."created_at" FROM "threads" WHERE "threads"."id" = "quota_charges"."thread_id";

-- CreateIndex
CREATE INDEX "quota_charges_subjects_idx" ON "quota_charges" USING GIN ("subjects");

-- CreateIndex
CREATE INDEX "quota_charges_period_idx" ON "quota_charges"("period");
