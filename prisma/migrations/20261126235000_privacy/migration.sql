-- AlterTable
ALTER TABLE "users" ADD COLUMN     "delete_after" TIMESTAMPTZ(3),
ADD COLUMN     "keep_days" INTEGER;

-- CreateTable
CREATE TABLE "data_exports" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "storage_key" TEXT,
    "bytes" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_exports_user_id_id_idx" ON "data_exports"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "data_exports_created_at_idx" ON "data_exports"("created_at");

-- AddForeignKey
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One at work at a time, however often it is asked for.
CREATE UNIQUE INDEX "data_exports_at_work" ON "data_exports"("user_id") WHERE "finished_at" IS NULL;

-- CreateIndex
CREATE INDEX "users_delete_after" ON "users"("delete_after") WHERE "delete_after" IS NOT NULL;

-- How long somebody may have their threads kept.
ALTER TABLE "users" ADD CONSTRAINT "users_keep_days_check" CHECK ("keep_days" > 0);
