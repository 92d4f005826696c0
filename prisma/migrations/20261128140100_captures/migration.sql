-- AlterTable
ALTER TABLE "quota_usage" ADD COLUMN     "extra" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "captures" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "consent_version" INTEGER NOT NULL,
    "consent_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wants_news" BOOLEAN NOT NULL,
    "mails_written" INTEGER NOT NULL DEFAULT 0,
    "next_mail_at" TIMESTAMPTZ(3),
    "user_id" UUID,

    CONSTRAINT "captures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_requests" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "visitor_id" UUID NOT NULL,
    "address_key" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "consent_version" INTEGER NOT NULL,
    "wants_news" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "capture_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "captures_email_key" ON "captures"("email");

-- CreateIndex
CREATE INDEX "captures_next_mail_at_idx" ON "captures"("next_mail_at");

-- CreateIndex
CREATE INDEX "captures_user_id_idx" ON "captures"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "capture_requests_token_hash_key" ON "capture_requests"("token_hash");

-- CreateIndex
CREATE INDEX "capture_requests_email_idx" ON "capture_requests"("email");

-- CreateIndex
CREATE INDEX "capture_requests_created_at_idx" ON "capture_requests"("created_at");

-- AddForeignKey
ALTER TABLE "captures" ADD CONSTRAINT "captures_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A sequence goes on only for who asked for it and has no account.
ALTER TABLE "captures" ADD CONSTRAINT "captures_next_mail" CHECK ("next_mail_at" IS NULL OR ("wants_news" AND "user_id" IS NULL));

ALTER TABLE "quota_usage" ADD CONSTRAINT "quota_usage_extra_check" CHECK ("extra" >= 0);
