-- What somebody has a plan for without paying for it at Stripe: until a day, and why.
CREATE TABLE "plan_grants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "plan" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_grants_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plan_grants_plan_check" CHECK ("plan" IN ('pro', 'team'))
);

CREATE UNIQUE INDEX "plan_grants_user_id_reason_key" ON "plan_grants"("user_id", "reason");

ALTER TABLE "plan_grants" ADD CONSTRAINT "plan_grants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An address of the earlier Threadr whose owner never confirmed it: nothing is written to it until they do.
ALTER TABLE "captures" ALTER COLUMN "confirmed_at" DROP NOT NULL;
ALTER TABLE "captures" ADD COLUMN "taken_over_at" TIMESTAMPTZ(3);
ALTER TABLE "captures" ADD CONSTRAINT "captures_unconfirmed" CHECK ("confirmed_at" IS NOT NULL OR (NOT "wants_news" AND "next_mail_at" IS NULL)) NOT VALID;

-- What became of each key of the earlier Threadr, so that taking it over can be broken off and begun again.
CREATE TABLE "legacy_keys" (
    "key_hash" CHAR(64) NOT NULL,
    "family" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "user_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legacy_keys_pkey" PRIMARY KEY ("key_hash")
);

CREATE INDEX "legacy_keys_user_id_idx" ON "legacy_keys"("user_id");

ALTER TABLE "legacy_keys" ADD CONSTRAINT "legacy_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- How far the keys of a family were gone through.
CREATE TABLE "legacy_cursors" (
    "source_hash" CHAR(64) NOT NULL,
    "family" TEXT NOT NULL,
    "cursor" TEXT NOT NULL,

    CONSTRAINT "legacy_cursors_pkey" PRIMARY KEY ("source_hash", "family")
);
