-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "mails_key_key" ON "mails"("key");

-- CreateTable
CREATE TABLE "digest_settings" (
    "user_id" UUID NOT NULL,
    "rhythm" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "weekday" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "digest_settings_next_at_idx" ON "digest_settings"("next_at");

-- AddForeignKey
ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_bounds" CHECK (
    "rhythm" IN ('off', 'daily', 'weekly')
    AND "hour" BETWEEN 0 AND 23
    AND "weekday" BETWEEN 1 AND 7
    AND ("rhythm" = 'off') = ("next_at" IS NULL)
);
