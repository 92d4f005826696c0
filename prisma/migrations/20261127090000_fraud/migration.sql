-- AlterTable
ALTER TABLE "users" ADD COLUMN     "limited_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "risk_entries" (
    "id" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "reference" TEXT,
    "by_id" UUID,
    "score" INTEGER NOT NULL,
    "reasons" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "risk_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_up_ranges" (
    "user_id" UUID NOT NULL,
    "range_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_up_ranges_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "risk_entries_user_id_id_idx" ON "risk_entries"("user_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "risk_entries_user_id_kind_reference_key" ON "risk_entries"("user_id", "kind", "reference");

-- CreateIndex
CREATE INDEX "sign_up_ranges_range_key_at_idx" ON "sign_up_ranges"("range_key", "at");

-- CreateIndex
CREATE INDEX "sign_up_ranges_at_idx" ON "sign_up_ranges"("at");

-- CreateIndex
CREATE INDEX "known_browsers_visitor_id_idx" ON "known_browsers"("visitor_id");

-- AddForeignKey
ALTER TABLE "risk_entries" ADD CONSTRAINT "risk_entries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up_ranges" ADD CONSTRAINT "sign_up_ranges_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "risk_entries" ADD CONSTRAINT "risk_entries_score_check" CHECK ("score" BETWEEN 0 AND 100);

-- Few are limited, and those alone are looked through.
CREATE INDEX "users_limited_at_idx" ON "users"("limited_at") WHERE "limited_at" IS NOT NULL;

-- What is written down stays as it is, for the schema's owner too. It goes with its account, as a person's data has to.
CREATE FUNCTION "refuse_change_of_risk_entries"()
RETURNS trigger
LANGUAGE plpgsql
AS E'BEGIN RAISE EXCEPTION ''risk_entries are never changed'' USING ERRCODE = ''insufficient_privilege''\x3b END';

CREATE TRIGGER "risk_entries_append_only"
BEFORE UPDATE OR TRUNCATE ON "risk_entries"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_risk_entries"();
